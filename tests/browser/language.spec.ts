import { expect, test } from './site';

test('a pointer over the way to the other language leaves the page as it is', async ({
	page,
	site
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(`${site}en/settings/`);
	await expect(page.locator('html')).toHaveAttribute('data-alive', /^/);
	// The router listens a moment after the page is alive.
	await expect(async () => {
		const fetched = page.waitForResponse(
			async (response) =>
				response.url().endsWith('.js') && (await response.text()).includes('الإعدادات'),
			{ timeout: 2000 }
		);
		await page.locator('h1').hover();
		await page.locator('a.language').hover();
		await fetched;
	}).toPass();
	// What was fetched has been taken in when the next thing is: the page still speaks English.
	await page.locator('header nav a').last().hover();
	await expect(page.locator('h1')).toHaveText('Settings');
	await expect(page.locator('header nav')).toContainText('Course');
	await page.locator('a.language').click();
	await expect(page.locator('h1')).toHaveText('الإعدادات');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});
