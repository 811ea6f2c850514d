// npm run test:crash [-- <playwright arguments>]: the crash run of `npm test`, with 100 kills or as many as KILLS says.
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
			'crash.spec',
			...process.argv.slice(2)
		],
		{ BROWSER_PATH: await findBrowser(), KILLS: process.env.KILLS ?? '100' }
	)
);
