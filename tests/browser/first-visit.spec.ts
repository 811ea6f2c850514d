import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Question } from '../../src/lib/quiz/question';
import { answerRight, shownQuestion } from './answering';
import { expect, languages, poolOf, saved, shortlyIn, test, type Language } from './site';

const first = 'meet-the-messengers';
const words = {
	en: {
		start: /Start the first lesson/,
		quiz: /Take the quiz/,
		passed: 'Passed',
		again: 'Take the quiz again',
		home: 'Course'
	},
	ar: {
		start: /بدء الدرس الأول/,
		quiz: /بدء الاختبار/,
		passed: 'تمّ الاجتياز',
		again: 'إعادة الاختبار',
		home: 'المقرر'
	}
};

/**
 * Passes attempts from the start page on until every question of the pool was met: a retake draws what was not drawn
 * before, but for what its objectives ask for. Gives the kinds met.
 */
async function passWholePool(
	page: Page,
	language: Language,
	pool: Map<string, Question>
): Promise<Set<string>> {
	const met = new Set<string>();
	const kinds = new Set<string>();
	await page.locator('button[data-early="start"]').click();
	for (let attempt = 0; attempt < 6 && met.size < pool.size; attempt++) {
		if (attempt) {
			await page.getByRole('button', { name: words[language].again }).click();
			await page.locator('button[data-early="start"]').click();
		}
		for (let number = 0; number < 8; number++) {
			const question = await shownQuestion(page, pool);
			met.add(question.id);
			kinds.add(question.kind);
			await answerRight(page, question);
			await page.locator('form button[type="submit"]').click();
			await expect(page.locator('.panel.right'), question.id).toBeVisible();
			await saved(page);
			await page.locator('[data-forward]').click();
		}
		await expect(
			page.locator('.score .outcome strong', { hasText: words[language].passed })
		).toBeVisible();
		await expect(page.locator('.save').filter({ hasText: /./ })).toBeVisible();
	}
	expect(met.size).toBe(pool.size);
	return kinds;
}

for (const language of languages) {
	test(`from the first visit to a passed quiz, through every question of every kind (${language})${shortlyIn('ar', language)}`, async ({
		page,
		site
	}) => {
		test.setTimeout(300_000);
		const say = words[language];
		await page.goto(`${site}${language}/`);
		await page.getByRole('link', { name: say.start }).click();
		await expect(page.locator('h1')).toBeVisible();
		await page.getByRole('link', { name: say.quiz }).click();
		const kinds = await passWholePool(page, language, await poolOf(site, first));
		expect(kinds.size).toBe(9);
		await page.getByRole('link', { name: say.home, exact: true }).first().click();
		await expect(page.locator('.standing.passed')).toHaveCount(1);
	});

	const lessons = readdirSync('lessons', { withFileTypes: true })
		.filter((module) => module.isDirectory())
		.flatMap((module) => readdirSync(`lessons/${module.name}`, { withFileTypes: true }))
		.filter((lesson) => lesson.isDirectory())
		.map((lesson) => lesson.name.replace(/^\d+-/, ''));
	for (const lesson of lessons)
		test(`every question of ${lesson} can be answered right (${language}) @all`, async ({
			page,
			site
		}) => {
			test.setTimeout(300_000);
			await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
			await passWholePool(page, language, await poolOf(site, lesson));
		});
}
