import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments } from '../chromium';

/** A browser of our own on a profile folder, in a process group of its own, so that all of it can be killed at once. */
export interface KillableBrowser {
	readonly page: Page;
	readonly killed: boolean;
	/** SIGKILL, to the browser and everything that it started; resolves when it has ended. */
	kill(): Promise<void>;
}

/** A start of every second: without what a browser for people begins with. */
const quickStart = [
	'--disable-extensions',
	'--disable-component-extensions-with-background-pages',
	'--disable-default-apps',
	'--disable-field-trial-config',
	'--disable-breakpad',
	'--disable-gpu',
	'--in-process-gpu',
	'--no-first-run',
	'--no-default-browser-check',
	'--no-startup-window'
];

/** Starts Chromium; resolves to its first page. The folder may be one that a killed browser left. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
	const child = spawn(
		process.env.BROWSER_PATH!,
		[
			...chromiumArguments,
			...quickStart,
			'--headless=new',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`
		],
		{ stdio: ['ignore', 'ignore', 'pipe'], detached: true }
	);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	let killed = false;
	const end = () => {
		if (!killed) process.kill(-child.pid!, 'SIGKILL');
		killed = true;
	};
	// It has a group of its own, and would outlive a run that is broken off.
	process.once('exit', end);
	const kill = async () => {
		process.off('exit', end);
		end();
		await ended;
	};
	try {
		const address = await new Promise<string>((resolve, reject) => {
			child.once('exit', () => reject(new Error('The browser ended before it was there')));
			createInterface(child.stderr).on('line', (line) => {
				const found = /DevTools listening on (ws:\S+)/.exec(line);
				if (found) resolve(found[1]!);
			});
		});
		const browser = await chromium.connectOverCDP(address);
		const page = await browser.contexts()[0]!.newPage();
		page.setDefaultTimeout(15_000);
		return {
			page,
			kill,
			get killed() {
				return killed;
			}
		};
	} catch (error) {
		await kill().catch(() => {});
		throw error;
	}
}
