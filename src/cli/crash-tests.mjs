// npm run test:crash [-- <playwright arguments>]: the crash run of `npm test`, with 100 kills or as many as KILLS says.
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { run, runTool } from './run.mjs';

if (!existsSync(process.env.BUILD_DIR ?? 'build')) {
	const built = await run(process.execPath, ['src/cli/build.mjs']);
	if (built !== 0) process.exit(built);
}
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
