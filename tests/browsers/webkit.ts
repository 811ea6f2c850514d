import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserUnderTest, Driver } from './driver';
import { WebDriver } from './web-driver';

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** A screen that is not there; resolves to the process and its name for DISPLAY. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
	const screen = spawn(
		'Xvfb',
		['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
	);
	const [number] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
	return { screen, display: `:${number.toString().trim()}` };
}

/**
 * WebKitGTK's MiniBrowser through WebKitWebDriver, under Xvfb. MINI_BROWSER_PATH says where it is. A session that is
 * driven has a private profile in memory, whichever folder it is given: it cannot be shown that anything is there after
 * the browser was closed.
 */
export const webkit: BrowserUnderTest = {
	name: 'WebKitGTK',
	async open(profile): Promise<Driver> {
		const { screen, display } = await startScreen();
		const port = await freePort();
		const folders = Object.fromEntries(
			['DATA', 'CACHE', 'CONFIG'].map((sort) => {
				const folder = join(profile, sort.toLowerCase());
				mkdirSync(folder, { recursive: true });
				return [`XDG_${sort}_HOME`, folder];
			})
		);
		const env = {
			...process.env,
			...folders,
			DISPLAY: display,
			// Its sandbox needs name spaces that containers seldom give.
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'
		};
		const server = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
		const driver = new WebDriver(`http://127.0.0.1:${port}`);
		const end = () => {
			server.kill();
			screen.kill();
		};
		try {
			await driver.begin({
				'webkitgtk:browserOptions': {
					binary: process.env.MINI_BROWSER_PATH!,
					args: ['--automation']
				}
			});
		} catch (error) {
			end();
			throw error;
		}
		return {
			goto: (address) => driver.post('/url', { url: address }),
			reload: () => driver.post('/refresh'),
			look: (what, ...args) => driver.look(String(what), args),
			press: (selector) => driver.press(selector),
			write: (selector, text) => driver.write(selector, text),
			renew: () => driver.renew(),
			async close() {
				await driver.end().finally(end);
			}
		};
	}
};
