import type { Page } from '@playwright/test';
import { answerRight, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, shortlyIn, test, type Language } from './site';

// Against tests/fixtures/lessons-small, whose tests have a limit of six minutes; the clock is the test's.
const lesson = 'one-plant';
const start = new Date('2026-11-23T08:00:00Z');

const words = {
	en: {
		five: '5 minutes are left.',
		one: 'One minute is left.',
		up: 'The time was up.',
		away: /Yes/,
		set: /No/
	},
	ar: {
		five: 'بقيت 5 دقائق.',
		one: 'بقيت دقيقة واحدة.',
		up: 'انتهى الوقت',
		away: /نعم/,
		set: /لا،/
	}
};

async function begin(page: Page, site: string, language: Language): Promise<void> {
	await page.clock.install({ time: start });
	await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
	await page.locator('button[data-early="start-test"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	await saved(page);
}
/** Time passes in steps in which the database has its say: to a clock that leaps, every write is late. */
async function pass(page: Page, seconds: number): Promise<void> {
	const score = page.locator('.score');
	for (let rest = seconds; rest > 0 && !(await score.isVisible()); rest -= 2) {
		await page.clock.runFor(Math.min(rest, 2) * 1000);
		await expect(page.locator('[data-save="saved"]').or(score)).toBeVisible();
	}
}
/** Minutes and seconds left, as the page shows them. */
async function left(page: Page): Promise<number> {
	const text = await page.locator('[role="timer"] .time').innerText();
	const [minutes, seconds] = text
		.replace(/[^\d:]/g, '')
		.split(':')
		.map(Number);
	return minutes! * 60 + seconds!;
}
const between = async (page: Page, least: number, most: number) =>
	expect.poll(() => left(page).then((seconds) => seconds >= least && seconds <= most)).toBe(true);

for (const language of languages) {
	const say = words[language];

	test(`a timed test is announced, survives reload and language, and hands itself in (${language}) @small${shortlyIn('ar', language)}`, async ({
		page,
		site
	}) => {
		const pool = await poolOf(site, lesson);
		await begin(page, site, language);
		await between(page, 350, 360);
		await expect(page.getByText(say.five)).toHaveCount(0);
		await pass(page, 62);
		await expect(page.getByRole('alert').filter({ hasText: say.five })).toBeVisible();
		await page.reload();
		await between(page, 285, 300);
		await page.locator('a.language').click();
		await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'ar' : 'en');
		await between(page, 280, 300);
		await page.locator('a.language').click();
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await answerRight(page, await shownQuestion(page, pool));
		await pass(page, 240);
		await expect(page.getByRole('alert').filter({ hasText: say.one })).toBeVisible();
		await pass(page, 62);
		await expect(page.getByText(say.up)).toBeVisible();
		await expect(page.locator('.score')).toContainText(/25|٢٥/);
		await expect(page.locator('.score .save').filter({ hasText: /./ })).toBeVisible();
		await page.reload();
		await expect(page.locator('button[data-early="start-test"]')).toBeVisible();
		await expect(page.locator('main')).toContainText(/25|٢٥/);
	});

	test(`time runs while the page is closed, and a long absence is asked about (${language}) @small${shortlyIn('en', language)}`, async ({
		context,
		site
	}) => {
		let page = await context.newPage();
		await begin(page, site, language);
		await page.close();
		page = await context.newPage();
		await page.clock.install({ time: new Date(start.getTime() + 3 * 60_000) });
		const quiz = `${site}${language}/lessons/${lesson}/quiz/`;
		await page.goto(quiz);
		await between(page, 165, 180);
		await saved(page);
		await page.close();

		page = await context.newPage();
		await page.clock.install({ time: new Date(start.getTime() + 45 * 60_000) });
		await page.goto(quiz);
		await expect(page.locator('dialog[open]')).toContainText(/4[0-9]/);
		await page.keyboard.press('Escape');
		await expect(page.locator('dialog[open]')).toBeVisible();
		await page.getByRole('button', { name: say.set }).click();
		await between(page, 165, 181);
		await saved(page);
		await page.close();

		page = await context.newPage();
		await page.clock.install({ time: new Date(start.getTime() + 90 * 60_000) });
		await page.goto(quiz);
		await page.getByRole('button', { name: say.away }).click();
		await expect(page.getByText(say.up)).toBeVisible();
	});
}

test('a clock that is set back gives no time @small', async ({ page, site }) => {
	await begin(page, site, 'en');
	await pass(page, 120);
	await page.clock.setSystemTime(new Date(start.getTime() - 3_600_000));
	await pass(page, 60);
	await between(page, 165, 182);
	await page.reload();
	await between(page, 160, 182);
});

test('extra time and the number of attempts are said, and kept @small', async ({ page, site }) => {
	await page.goto(`${site}en/lessons/${lesson}/quiz/`);
	await page.getByText('Options').click();
	await page.getByRole('combobox').selectOption('1.5');
	await page.reload();
	await page.getByText('Options').click();
	await expect(page.getByRole('combobox')).toHaveValue('1.5');
	await expect(page.getByText('3 attempts are allowed.')).toBeVisible();
	for (const leftAfter of ['2 are left', 'One is left', 'None is left']) {
		await page.locator('button[data-early="start-test"]').click();
		await between(page, 520, 540);
		await page.locator('.foot .forward').click();
		await page.locator('.actions .button').first().click();
		await page.getByRole('button', { name: 'Take the quiz again' }).click();
		await expect(page.getByText(leftAfter)).toBeVisible();
	}
	await expect(page.locator('button[data-early="start-test"]')).toBeDisabled();
});
