// npm run test:browsers [-- <vitest arguments>]: resuming and working offline in Firefox and WebKitGTK.
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBuilt } from './ensure-built.mjs';
import { installFromDebian } from './find-browser.mjs';
import { findFirefox, findMiniBrowser } from './find-other-browsers.mjs';
import { runTool } from './run.mjs';

await ensureBuilt();

/** @param {() => string | null} find @param {string[]} packages */
const foundOrInstalled = (find, packages) =>
	find() ?? (installFromDebian(packages) ? find() : null);
const firefox = foundOrInstalled(findFirefox, ['firefox-esr']);
const miniBrowser = foundOrInstalled(findMiniBrowser, ['webkit2gtk-driver', 'xvfb']);
/** A browser that is not there has passed nothing. */
const missing = [
	...(firefox ? [] : ['Firefox: install it, or name it with FIREFOX_PATH=/path/to/it']),
	...(miniBrowser ? [] : ['WebKitGTK: install webkit2gtk-driver and xvfb (on Linux only)'])
];

const reports = `${process.cwd()}/test-results/reports`;
mkdirSync(reports, { recursive: true });
const file = `${reports}/browsers.json`;
const code = await runTool(
	'vitest/vitest.mjs',
	[
		'run',
		'--config',
		'tests/browsers/vitest.config.ts',
		'--reporter=verbose',
		'--reporter=json',
		`--outputFile.json=${file}`,
		...process.argv.slice(2)
	],
	{ FIREFOX_PATH: firefox ?? '', MINI_BROWSER_PATH: miniBrowser ?? '' }
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
const failed = Math.max(numFailedTests, code || !numPassedTests ? 1 : 0) + missing.length;
for (const line of missing) console.log(`missing: ${line}`);
if (numPendingTests)
	console.log(`${numPendingTests} skipped, and not counted as passed; see above`);
console.log(`\n${numPassedTests} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
