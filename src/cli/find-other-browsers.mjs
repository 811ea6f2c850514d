import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './find-browser.mjs';

/** @returns {string | null} Path of an installed Firefox; FIREFOX_PATH names another. */
export function findFirefox() {
	if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH;
	const places = [
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'Mozilla Firefox/firefox.exe')
	];
	return places.find((place) => existsSync(place)) ?? onPath(['firefox-esr', 'firefox']);
}

/** @returns {string | null} Path of WebKitGTK's MiniBrowser, where its driver and Xvfb are there too; MINI_BROWSER_PATH names another. */
export function findMiniBrowser() {
	if (!onPath(['WebKitWebDriver']) || !onPath(['Xvfb'])) return null;
	if (process.env.MINI_BROWSER_PATH) return process.env.MINI_BROWSER_PATH;
	const { stdout } = spawnSync(
		'sh',
		[
			'-c',
			'ls /usr/lib*/*/webkit*gtk-*/MiniBrowser /usr/lib*/webkit*gtk-*/MiniBrowser /usr/libexec/webkit*gtk-*/MiniBrowser'
		],
		{ encoding: 'utf8' }
	);
	return stdout.split('\n')[0] || null;
}
