import type { Page } from '@playwright/test';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, shortlyIn, test } from './site';

const lesson = 'meet-the-messengers';
const words = {
	en: { open: 'questions are not fully answered', none: 'Every question is answered.' },
	ar: { open: 'لم تكتمل', none: 'أُجيب عن كل الأسئلة.' }
};
const next = (page: Page) => page.locator('form button[type="submit"]').click();

for (const language of languages) {
	test(`a test takes answers, tells nothing, and marks all of them when it is handed in (${language})${shortlyIn('ar', language)}`, async ({
		page,
		site
	}) => {
		const pool = await poolOf(site, lesson);
		await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
		await page.locator('button[data-early="start-test"]').click();
		const wrongOnes: string[] = [];
		for (let number = 0; number < 8; number++) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			const question = await shownQuestion(page, pool);
			// The sixth is left for later, flagged; the last three are wrong.
			if (number === 5) await page.locator('.flag').click();
			else if (number > 5) {
				await answerWrong(page, question);
				wrongOnes.push(question.id);
			} else await answerRight(page, question);
			await expect(page.locator('.panel, .help')).toHaveCount(0);
			await next(page);
		}
		await expect(page.locator('main')).toContainText(
			language === 'en' ? '1 question is not fully answered' : 'سؤال واحد لم تكتمل إجابته'
		);
		const rows = page.locator('main ol li button');
		await expect(rows).toHaveCount(8);
		await expect(rows.nth(5)).toHaveClass(/not-yet/);

		// Back and forth, in the other language for a moment, and through a reload.
		await page.locator('a.language').click();
		await expect(page.locator('html')).not.toHaveAttribute('lang', language);
		await expect(rows).toHaveCount(8);
		await page.goBack();
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await page.reload();
		await page.locator('nav li:nth-child(6) button').click();
		await expect(page.locator('[aria-pressed="true"]')).toBeVisible();
		await answerRight(page, await shownQuestion(page, pool));
		await saved(page);
		await page.locator('.foot .forward').click();
		await expect(page.locator('main')).toContainText(words[language].none);
		await page.locator('.actions .button').first().click();

		await expect(page.locator('.score')).toContainText(/75|٧٥/);
		const wrongMarks = page.locator('summary .mark.wrong, summary .mark.partly');
		await expect(wrongMarks).toHaveCount(wrongOnes.length);
		for (const summary of await page.locator('main details summary').all()) await summary.click();
		await expect(page.locator('main details .why')).toHaveCount(8);
		await expect(page.locator('main details a[href*="#"]')).toHaveCount(8);
		await expect(page.locator('.save').filter({ hasText: /./ })).toBeVisible();

		// Going over what was missed teaches, and changes nothing.
		await page.locator('.actions .button').first().click();
		for (const number of wrongOnes.keys()) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			await answerRight(page, await shownQuestion(page, pool));
			await next(page);
			await expect(page.locator('.panel.right')).toBeVisible();
			await page.locator('[data-forward]').click();
		}
		await expect(page.locator('h1')).toContainText(
			language === 'en' ? 'Gone over' : 'مراجعة ما فات'
		);
		await page.goto(`${site}${language}/`);
		await expect(page.locator('.standing.tried')).toContainText(/75|٧٥/);
		await expect(page.locator('.standing.passed')).toHaveCount(0);
	});
}

test('a second attempt is compared with the first, and each can be looked at again', async ({
	page,
	site
}) => {
	const pool = await poolOf(site, lesson);
	const seen: string[][] = [];
	await page.goto(`${site}en/lessons/${lesson}/quiz/`);
	for (const attempt of [1, 2]) {
		await page.locator('button[data-early="start-test"]').click();
		const paper: string[] = [];
		for (let number = 0; number < 8; number++) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			const question = await shownQuestion(page, pool);
			paper.push(question.id);
			if (number < 4 * attempt) await answerRight(page, question);
			await next(page);
		}
		seen.push(paper);
		await page.locator('.actions .button').first().click();
		await expect(page.locator('.score')).toBeVisible();
		if (attempt === 1) await page.getByRole('button', { name: 'Take the quiz again' }).click();
	}
	// 22 questions, of which 8 were seen: none needs to come again.
	expect(seen[1]!.filter((id) => seen[0]!.includes(id))).toEqual([]);
	await expect(page.getByText('50 percentage points better')).toBeVisible();
	await page.getByRole('button', { name: /Look at it/ }).click();
	await expect(page.locator('.score')).toContainText('50%');
	await page.goBack();
	await page.reload();
	await page
		.getByRole('button', { name: /Look at it/ })
		.first()
		.click();
	await expect(page.locator('.score')).toContainText('50%');
});

test('how sure one is: asked when switched on, kept, shown with the result', async ({
	page,
	site
}) => {
	const pool = await poolOf(site, lesson);
	await page.goto(`${site}en/lessons/${lesson}/quiz/`);
	await page.getByText('Options').click();
	await page.getByRole('checkbox', { name: /how sure/ }).check();
	await page.locator('button[data-early="start"]').click();
	await answerWrong(page, await shownQuestion(page, pool));
	await page.getByRole('radio', { name: 'certain', exact: true }).check();
	await saved(page);
	await page.reload();
	await expect(page.getByRole('radio', { name: 'certain', exact: true })).toBeChecked();
	await next(page);
	await expect(page.locator('.panel')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'unsure' })).toBeDisabled();
	await page.locator('nav li:nth-child(8) button').click();
	await page.locator('.foot .forward').click();
	await page.locator('dialog[open] .button.quiet').click();
	await page.locator('main details summary').first().click();
	await expect(page.getByText('You were: certain.')).toBeVisible();
});
