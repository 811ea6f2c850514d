import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, shortlyIn, test, type Language } from './site';

test.use({ serviceWorkers: 'allow' });

const build = process.env.BUILD_DIR ?? 'build';
const [{ lessons }] = JSON.parse(readFileSync(join(build, 'course.json'), 'utf8')).modules;
const lesson: string = lessons[0];
const words = {
	en: { ready: 'Ready without internet', notKept: 'This page is not saved on this device' },
	ar: { ready: 'جاهز للعمل بلا إنترنت', notKept: 'هذه الصفحة غير محفوظة على هذا الجهاز' }
};

/** Every page of the built site: '', 'ar/', 'ar/about/', … */
const pages = readdirSync(build, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /(^|\/)index\.html$/.test(path))
	.map((path) => path.replace(/index\.html$/, ''))
	.sort();

/** `npm test` opens the pages of one lesson, and those that there is one of; `npm run test:all` opens all. */
const everyLesson = Boolean(process.env.TEST_ALL);
const isOtherLesson = (path: string) => path.includes('/lessons/') && !path.includes(`/${lesson}/`);

/** Visits the home page until the site says that it is ready, then takes the network and the host away. */
async function visitThenUnplug(page: Page, language: Language) {
	const { address, close } = await serve(build, { base: '/courses/one' });
	const pool = await poolOf(address, lesson);
	await page.goto(`${address}${language}/`);
	const line = page.locator('[data-offline="ready"]');
	await expect(line).toBeVisible({ timeout: 120_000 });
	await expect(line).toContainText(words[language].ready);
	await page.context().setOffline(true);
	await close();
	return { site: address, pool };
}

for (const language of languages) {
	test(`after one visit every page opens without a network, and a missing one says so (${language})${shortlyIn('ar', language)}`, async ({
		page,
		wrong
	}) => {
		const { site } = await visitThenUnplug(page, language);
		// The other language's pages are opened in the other test, after a visit in the other language's order.
		const other = language === 'en' ? 'ar/' : 'en/';
		const opened = pages.filter(
			(path) => (!path.startsWith(other) || path === other) && (everyLesson || !isOtherLesson(path))
		);
		for (const path of opened) {
			const response = await page.goto(`${site}${path}`);
			// The page without a language goes on to one with it.
			if (path) expect(response?.ok(), path).toBe(true);
			await expect(page.locator('h1').first(), path).not.toBeEmpty();
			if (path) await expect(page.locator('html'), path).toHaveAttribute('data-alive', /.*/);
		}
		// An address as one might type it.
		await page.goto(`${site}${language}/settings`);
		expect(page.url()).toBe(`${site}${language}/settings/`);
		expect(wrong).toEqual([]);

		await page.goto(`${site}${language}/lessons/no-such-lesson/`);
		await expect(page.locator('h1')).toHaveText(words[language].notKept);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		const offered = page.locator('main li a');
		await expect(offered).toHaveCount(
			pages.filter((path) => /^en\/lessons\/[\w-]+\/$/.test(path)).length
		);
		await offered.first().click();
		await expect(page.locator('.toc, article').first()).toBeVisible();
		// What the browser reports of that page's own answer, and of nothing else.
		expect(wrong.filter((report) => !/503|ERR_/.test(report))).toEqual([]);
		wrong.length = 0;
	});

	test(`without a network one reads, takes a quiz, is marked, and switches the language (${language})${shortlyIn('en', language)}`, async ({
		page
	}) => {
		const { site, pool } = await visitThenUnplug(page, language);
		const other = language === 'en' ? 'ar' : 'en';
		await page.evaluate(() => ((globalThis as { stayed?: boolean }).stayed = true));
		await page.locator(`a.lesson[href*="${lesson}"]`).click();
		await expect(page).toHaveURL(`${site}${language}/lessons/${lesson}/`);
		await page.locator(`main a[href$="${lesson}/quiz/"]`).last().click();
		await expect(page).toHaveURL(`${site}${language}/lessons/${lesson}/quiz/`);
		await page.locator('button[data-early="start-test"]').click();
		await expect(page.locator('form .prompt')).toBeVisible();
		const count = await page.locator('main nav li button').count();
		expect(count).toBeGreaterThan(3);
		for (let number = 0; number < count; number++) {
			await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
			// In the middle of a question, to the other language; the rest of the test is in that one.
			if (number === 1) await page.locator('a.language').click();
			if (number === 1) await expect(page.locator('html')).toHaveAttribute('lang', other);
			const question = await shownQuestion(page, pool);
			await (number === 0 ? answerWrong : answerRight)(page, question);
			await saved(page);
			await page.locator('form button[type="submit"]').click();
		}
		await page.locator('.actions .button').first().click();
		await expect(page.locator('.score')).toContainText(/%|٪/);
		await expect(page.locator('summary .mark.wrong, summary .mark.partly')).toHaveCount(1);
		for (const summary of await page.locator('main details summary').all()) await summary.click();
		await expect(page.locator('main details .why')).toHaveCount(count);
		expect(
			await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed),
			'no page was loaded anew'
		).toBe(true);

		// One question of a practice quiz, marked and explained at once.
		await page.goto(`${site}${other}/lessons/${lesson}/quiz/`);
		await page.locator('button[data-early="start"]').click();
		await answerWrong(page, await shownQuestion(page, pool));
		await page.locator('form button[type="submit"]').click();
		await expect(page.locator('form .panel, .panel').first()).toBeVisible();

		// Reload, progress and settings know of it.
		await page.goto(`${site}${language}/progress/`);
		await expect(page.locator('main')).toContainText(/%|٪/);
		await page.goto(`${site}${language}/settings/`);
		await page.locator('input[name="theme"][value="dark"]').check();
		await page.reload();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await page.goto(`${site}${language}/review/`);
		await expect(page.locator('h1')).toBeVisible();
	});
}
