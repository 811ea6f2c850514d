import type { Page } from '@playwright/test';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, shortlyIn, test } from './site';

const lesson = 'meet-the-messengers';

/** What a result says once it is saved. */
const ended = (page: Page) => page.locator('main .save').filter({ hasText: /./ });

const start = new Date('2026-11-23T08:00:00Z');
const words = {
	en: {
		badge: /Review \d questions?/,
		begin: 'Start the review',
		none: 'Nothing is due today.',
		home: 'To the course'
	},
	ar: { badge: /مراجعة/, begin: 'بدء المراجعة', none: 'لا شيء حان وقته اليوم.', home: 'إلى المقرر' }
};

for (const language of languages) {
	const say = words[language];
	test(`what was learned comes back when it is due, in either language, and counts nowhere (${language})${shortlyIn('ar', language)}`, async ({
		context,
		site
	}) => {
		const pool = await poolOf(site, lesson);
		const asked = new Set<string>();
		let page = await context.newPage();
		await page.clock.install({ time: start });
		await page.goto(`${site}${language}/review/`);
		await expect(page.locator('main a.button')).toBeVisible();
		await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
		await page.locator('button[data-early="start"]').click();
		for (let number = 0; number < 8; number++) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			const question = await shownQuestion(page, pool);
			asked.add(question.id);
			await answerRight(page, question);
			await page.locator('form button[type="submit"]').click();
			await expect(page.locator('.panel.right')).toBeVisible();
			await saved(page);
			await page.locator('[data-forward]').click();
		}
		await expect(page.locator('.score')).toBeVisible();
		await expect(ended(page)).toBeVisible();
		await page.goto(`${site}${language}/review/`);
		await expect(page.getByText(say.none)).toBeVisible();
		await page.close();

		page = await context.newPage();
		await page.clock.install({ time: new Date(start.getTime() + 10 * 86_400_000) });
		await page.goto(`${site}${language}/`);
		await expect(page.locator('header .due')).toHaveText(/4|٤/);
		await page.locator('main').getByRole('link', { name: say.badge }).click();
		await page.getByRole('button', { name: say.begin }).click();
		const count = 4;
		await expect(page.locator('nav li button')).toHaveCount(count);
		for (let number = 0; number < count; number++) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			const question = await shownQuestion(page, pool);
			// A sibling of what was asked before.
			expect(asked.has(question.id)).toBe(false);
			if (number === 0) {
				await answerWrong(page, question);
				await saved(page);
				await page.reload();
				await page.locator('a.language').click();
				await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'ar' : 'en');
				await page.locator('a.language').click();
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await page.locator('form button[type="submit"]').click();
				await expect(page.locator('.panel')).toBeVisible();
				const shown = page.locator('form .help .button.quiet').last();
				if (!(await page.locator('[data-forward]').isVisible())) await shown.click();
			} else {
				await answerRight(page, question);
				await page.locator('form button[type="submit"]').click();
				await expect(page.locator('.panel.right')).toBeVisible();
			}
			await page.locator('[data-forward]').click();
		}
		await expect(page.locator('.sum')).toContainText(/3|٣/);
		await expect(ended(page)).toBeVisible();
		await page.goto(`${site}${language}/`);
		await expect(page.locator('.standing.passed')).toContainText(/100|١٠٠/);

		// What was missed comes back the next day, what went well later.
		await page.close();
		page = await context.newPage();
		await page.clock.install({ time: new Date(start.getTime() + 11 * 86_400_000) });
		await page.goto(`${site}${language}/review/`);
		await page.getByRole('button', { name: say.begin }).click();
		await expect(page.locator('nav li button')).toHaveCount(1);
	});
}
