// npm run bench:collect: what collecting and reporting cost in a browser, with COLLECT=10000 for the largest class.
import { ensureBuilt } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { runTool } from './run.mjs';

await ensureBuilt();
process.exit(
	await runTool(
		'@playwright/test/cli.js',
		['test', '--config', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)],
		{ BROWSER_PATH: await findBrowser() }
	)
);
