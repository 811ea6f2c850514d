import { answerRight, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, test } from './site';

// Runs against tests/fixtures/lessons-small, built with LESSONS_DIR and no change of the code.
for (const language of languages) {
	test(`another course is a folder of lessons: its first quiz can be passed (${language}) @small`, async ({
		page,
		site
	}) => {
		await page.goto(`${site}${language}/`);
		const course = await page.locator('html').getAttribute('data-course');
		expect(course).not.toBe('exosome-therapy');
		await page.locator('main a.button').click();
		await page.waitForURL(/\/lessons\//);
		const lesson = new URL(page.url()).pathname.split('/').at(-2)!;
		const pool = await poolOf(site, lesson);
		await page.locator('.to-quiz a').click();
		await page.locator('button[data-early="start"]').click();
		for (;;) {
			await answerRight(page, await shownQuestion(page, pool));
			await page.locator('form button[type="submit"]').click();
			await expect(page.locator('.panel.right')).toBeVisible();
			await saved(page);
			await page.locator('[data-forward]').click();
			if (await page.locator('.score').isVisible()) break;
		}
		await expect(page.locator('.score svg.passed')).toBeVisible();
	});
}
