import type { Page } from '@playwright/test';
import { chromiumArguments } from './chromium';
import { alive } from './screens';
import { expect, saved, startQuiz, test } from './site';

// Playwright starts Chromium without the cache of pages that were left.
test.use({
	launchOptions: {
		executablePath: process.env.BROWSER_PATH,
		args: [...chromiumArguments],
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	}
});

const marked = 'html[data-put-away]';

async function leave(page: Page, address: string): Promise<void> {
	await page.locator('html').evaluate((html) => html.setAttribute('data-put-away', ''));
	await page.goto(address);
	await expect(page.locator(marked)).toHaveCount(0);
}

/** Goes back to a page that is shown as it was. */
async function goBackToSame(page: Page, steps = 1): Promise<void> {
	await page.evaluate((steps) => setTimeout(() => history.go(-steps)), steps);
	await expect(page.locator(marked)).toBeAttached();
}

test('a quiz that was put away as it is goes on when it is shown again', async ({ page, site }) => {
	await startQuiz(page, site, 'en', 'meet-the-messengers');
	await saved(page);
	await leave(page, `${site}en/lessons/from-rubbish-to-messenger/`);
	await alive(page);
	await goBackToSame(page);

	await saved(page);
	await expect(page.locator('main .trouble')).toHaveCount(0);
	await page.locator('.foot .forward').click();
	await saved(page);
	const prompt = await page.locator('form .prompt').getAttribute('id');
	await page.reload();
	await expect(page.locator(`form [id="${prompt}"]`)).toBeVisible();
	await expect(page.locator(marked)).toHaveCount(0);
});

test('a home page that was put away shows what was done meanwhile', async ({ page, site }) => {
	await page.goto(`${site}en/`);
	await alive(page);
	const goOn = page.getByRole('link', { name: /Continue the quiz/ });
	await expect(goOn).toHaveCount(0);
	// A page that is left while it opens the database is not kept.
	await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
	await leave(page, `${site}en/lessons/meet-the-messengers/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await saved(page);
	// The question was a step of its own.
	await goBackToSame(page, 2);
	await expect(goOn.first()).toBeVisible();
});
