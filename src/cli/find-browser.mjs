import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run.mjs';

const names = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
	'microsoft-edge-stable'
];
const { env, platform } = process;
/** Where installers put them on systems without one folder of programs. */
const places =
	platform === 'darwin'
		? ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
				(name) => `/Applications/${name}.app/Contents/MacOS/${name}`
			)
		: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
				folder
					? [
							join(folder, 'Google/Chrome/Application/chrome.exe'),
							join(folder, 'Microsoft/Edge/Application/msedge.exe')
						]
					: []
			);

/** @returns {string | null} Path of an installed Chromium, Chrome or Edge; BROWSER_PATH names another. */
export function installedBrowser() {
	if (env.BROWSER_PATH) return env.BROWSER_PATH;
	const found = places.find((place) => existsSync(place));
	if (found) return found;
	return onPath(names);
}

/**
 * @param {readonly string[]} names Of programs.
 * @returns {string | null} Path of the first one that is installed.
 */
export function onPath(names) {
	if (platform === 'win32') return null;
	for (const name of names) {
		const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
		if (status === 0) return stdout.trim();
	}
	return null;
}

/** Playwright's own Chromium, downloaded where it can be. */
async function downloadedBrowser() {
	const code = await runTool('@playwright/test/cli.js', ['install', 'chromium']);
	if (code !== 0) return null;
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : null;
}

/**
 * Installs packages on Debian, where this process may.
 * @param {readonly string[]} packages
 * @returns {boolean} Whether they are there now.
 */
export function installFromDebian(packages) {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
	const version = readFileSync('/etc/debian_version', 'utf8').trim();
	console.log(`Installing ${packages.join(', ')} on Debian ${version} …`);
	try {
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
			stdio: 'inherit',
			env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		return true;
	} catch {
		return false;
	}
}

/** Debian's Chromium, where this process may install it. */
const debianBrowser = () =>
	installFromDebian(['chromium', 'fonts-noto-core']) ? installedBrowser() : null;

/** A browser for the tests: installed, downloaded, or from Debian. Ends the process with what to do where there is none. */
export async function findBrowser() {
	const found = installedBrowser() ?? (await downloadedBrowser()) ?? debianBrowser();
	if (found) return found;
	console.error(
		'No browser for the tests: install Chromium, Google Chrome or Microsoft Edge, or name one with BROWSER_PATH=/path/to/it, then run again.'
	);
	process.exit(1);
}
