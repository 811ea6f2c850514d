import type { Page } from '@playwright/test';
import type { Question } from '../../src/lib/quiz/question';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { lessonOfAllKinds, pagesAfterQuiz, type Visit, type Walk } from './screens';
import { expect, poolOf } from './site';

const kindCount = 9;
/** As many as a quiz asks at most when its pool holds no more, so that all are drawn. */
const paperLength = 5;

/** One question of each kind; the kinds in the order of the lesson. */
export function oneOfEachKind(pool: ReadonlyMap<string, Question>): Question[] {
	const questions = [
		...new Map([...pool.values()].map((question) => [question.kind, question])).values()
	];
	expect(questions).toHaveLength(kindCount);
	return questions;
}

/** A quiz with these questions from start to end, twice: all wrong, then all right; each screen in each state. */
const quizOf = (pick: (oneOfEach: Question[]) => Question[]): Walk =>
	async function* ({ page, site, language }) {
		const pool = await poolOf(site, lessonOfAllKinds);
		const paper = pick(oneOfEachKind(pool));
		await page.route('**/questions.json', (route) =>
			route.fulfill({ json: { lesson: lessonOfAllKinds, questions: paper } })
		);
		await page.goto(`${site}${language}/lessons/${lessonOfAllKinds}/quiz/`);
		await page.locator('button[data-early="start"]').click();
		yield* wrongThenShown(page, pool, paper.length);
		await page.locator('.actions button').last().click();
		await expect(page.locator('button[data-early="start"]')).toBeEnabled();
		yield 'quiz start, with earlier attempts';
		await page.locator('button[data-early="start"]').click();
		yield* rightThenFinish(page, pool, paper.length);
	};

/** Two quizzes that have all kinds between them, each short enough to be drawn whole. */
export const quizOfFirstKinds = quizOf((questions) => questions.slice(0, paperLength));
export const quizOfOtherKinds = quizOf((questions) => questions.slice(paperLength));

const quizOfOneKind = quizOf((questions) => questions.slice(0, 1));

/** The pages that say something else once a quiz was taken, after a quiz that is not shown. */
export async function* afterQuiz(visit: Visit): AsyncGenerator<string> {
	for await (const screen of quizOfOneKind(visit)) void screen;
	yield* pagesAfterQuiz(visit);
}

/** Each question before a check, after a wrong one, with its answer shown; then the result. */
async function* wrongThenShown(
	page: Page,
	pool: Map<string, Question>,
	count: number
): AsyncGenerator<string> {
	for (let index = 0; index < count; index++) {
		await expect(page.locator(`form [id="q${index}-prompt"]`)).toBeVisible();
		const question = await shownQuestion(page, pool);
		yield `${question.kind}, before`;
		if (question.hints.length) await page.locator('form .help .quiet').click();
		await answerWrong(page, question);
		await page.locator('form button[type="submit"]').click();
		await expect(page.locator('.panel').first()).toBeVisible();
		yield `${question.kind}, wrong`;
		// A statement is true or false: its first try is its last.
		if (question.kind !== 'true-false') {
			await page.locator('form .help .quiet').last().click();
			await expect(page.locator('.panel.shown')).toBeVisible();
			yield `${question.kind}, shown`;
		}
		await page.locator('[data-forward]').click();
	}
	await expect(page.locator('.score')).toBeVisible();
	yield 'result, closed';
	for (const summary of await page.locator('main details summary').all()) await summary.click();
	await expect(page.locator('main details .instruction').last()).toBeVisible();
	yield 'result, not passed';
}

/** Each question after a right answer, but the last: the question before finishing; then the result. */
async function* rightThenFinish(
	page: Page,
	pool: Map<string, Question>,
	count: number
): AsyncGenerator<string> {
	for (let index = 0; index < count; index++) {
		await expect(page.locator(`form [id="q${index}-prompt"]`)).toBeVisible();
		const question = await shownQuestion(page, pool);
		if (index === count - 1) {
			await page.locator('.foot .forward').click();
			await expect(page.locator('dialog[open]')).toBeVisible();
			yield 'finish dialog';
			await page.keyboard.press('Escape');
			await page.locator('.foot .flag').click();
		}
		await answerRight(page, question);
		await page.locator('form button[type="submit"]').click();
		await expect(page.locator('.panel.right')).toBeVisible();
		yield `${question.kind}, right`;
		await page.locator('[data-forward]').click();
	}
	await expect(page.locator('.score svg.passed')).toBeVisible();
	await expect(page.locator('.score .save').filter({ hasText: /./ })).toBeVisible();
	yield 'result, passed';
}

/** A test with how sure one is asked: answers, flags, the summary, the result. */
export async function* testWithConfidence(visit: Visit): AsyncGenerator<string> {
	const { page, site, language } = visit;
	await page.goto(`${site}${language}/lessons/${lessonOfAllKinds}/quiz/`);
	await page.locator('main details summary').click();
	await page.locator('main details input[type="checkbox"]').check();
	yield 'quiz start, options open';
	await page.locator('button[data-early="start-test"]').click();
	await expect(page.locator('form [id="q0-prompt"]')).toBeVisible();
	const pool = await poolOf(site, lessonOfAllKinds);
	await answerRight(page, await shownQuestion(page, pool));
	await page.locator('fieldset input').last().check();
	await page.locator('.flag').click();
	yield 'test, a question';
	await page.locator('.foot .forward').click();
	await expect(page.locator('main ol li button')).toHaveCount(8);
	yield 'test, summary';
	await page.locator('.actions .button').first().click();
	await expect(page.locator('.score')).toBeVisible();
	yield 'test, result';
}
