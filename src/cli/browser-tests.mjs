// npm run browser [-- <playwright arguments>]: the browser tests alone, against the site in build/.
import { ensureBuilt } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { runTool } from './run.mjs';

await ensureBuilt();
process.exit(
	await runTool(
		'@playwright/test/cli.js',
		[
			'test',
			'--config',
			'tests/browser/playwright.config.ts',
			'--grep-invert',
			'@small|@all',
			...process.argv.slice(2)
		],
		{ BROWSER_PATH: await findBrowser() }
	)
);
