import puppeteer from 'puppeteer-core';
import type { BrowserUnderTest, Driver } from './driver';

/** Firefox through WebDriver BiDi. FIREFOX_PATH says where it is. */
export const firefox: BrowserUnderTest = {
	name: 'Firefox',
	async open(profile): Promise<Driver> {
		const browser = await puppeteer.launch({
			browser: 'firefox',
			protocol: 'webDriverBiDi',
			executablePath: process.env.FIREFOX_PATH!,
			headless: true,
			userDataDir: profile
		});
		let page = await browser.newPage();
		return {
			async goto(address) {
				await page.goto(address);
			},
			async reload() {
				await page.reload();
			},
			look: async (what, ...args) => (await page.evaluate(what as never, ...args)) as never,
			press: (selector) => page.locator(selector).click(),
			write: (selector, text) => page.type(selector, text),
			async renew() {
				const next = await browser.newPage();
				await page.close();
				page = next;
			},
			close: () => browser.close()
		};
	}
};
