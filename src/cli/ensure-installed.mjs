import { existsSync, statSync } from 'node:fs';
import { npm, run } from './run.mjs';

/** Node versions that the project runs on, as package.json's "engines" says. */
const supported = (/** @type {number} */ major, /** @type {number} */ minor) =>
	(major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;

/** Installs what is missing or older than the lock file; ends the process with a reason where that fails. */
export async function ensureInstalled() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (!supported(major, minor)) {
		console.error(
			`Durus needs Node 20.19 or later, 22.12 or later, or 24; this is ${process.versions.node}.`
		);
		process.exit(1);
	}
	const installed = 'node_modules/.package-lock.json';
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs)
		return;
	console.log('Installing the packages of the lock file …');
	const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
	if (code !== 0) {
		console.error(
			'The packages could not be installed. Check the connection to the npm registry, then try again.'
		);
		process.exit(code);
	}
}
