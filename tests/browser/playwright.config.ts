import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './chromium';

// Started by `npm run browser` or `npm test`, which find a browser and build the site.
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	// Two cores; a test that starts and kills browsers needs one to itself.
	workers: 2,
	fullyParallel: false,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	timeout: 300_000,
	expect: { timeout: 15_000 },
	reporter: process.env.REPORT
		? [['list'], ['json', { outputFile: process.env.REPORT }]]
		: [['list']],
	use: {
		launchOptions: { executablePath: process.env.BROWSER_PATH, args: [...chromiumArguments] },
		viewport: { width: 360, height: 740 },
		actionTimeout: 15_000,
		// Tests that answer requests themselves must be asked; those of the worker allow it.
		serviceWorkers: 'block',
		trace: 'off'
	}
});
