import type { Page } from '@playwright/test';
import type { Question } from '../../src/lib/quiz/question';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { expect, poolOf, type Language } from './site';

export const widths = [320, 360, 768, 1280, 1440] as const;
export const themes = ['light', 'dark'] as const;
export const textSizes = ['normal', 'large', 'largest'] as const;
/** The lesson whose quiz has questions of all kinds. */
export const lessonOfAllKinds = 'meet-the-messengers';

export interface Look {
	readonly language: Language;
	readonly width: number;
	readonly theme: (typeof themes)[number];
	readonly textSize: (typeof textSizes)[number];
}

/** Every combination of what a page can look like. */
export const allLooks = (languages: readonly Language[]): Look[] =>
	languages.flatMap((language) =>
		widths.flatMap((width) =>
			themes.flatMap((theme) => textSizes.map((textSize) => ({ language, width, theme, textSize })))
		)
	);

export const nameOf = ({ language, width, theme, textSize }: Look) =>
	`${language}, ${width} px, ${theme}, ${textSize} text`;

/** Ids of the course's lessons, in order, as its home page lists them. */
export async function lessonsOf(site: string): Promise<string[]> {
	const html = await (await fetch(`${site}en/`)).text();
	return [...new Set([...html.matchAll(/lessons\/([\w-]+)\//g)].map(([, id]) => id!))];
}

/** Sets what a person would set in the settings, before the next page is opened. */
export async function setSettings(
	page: Page,
	site: string,
	values: Record<string, string>
): Promise<void> {
	const html = await (await fetch(`${site}en/`)).text();
	const course = /data-course="([^"]+)"/.exec(html)![1]!;
	await page.addInitScript(
		([key, json]) => {
			if (!localStorage.getItem(key!)) localStorage.setItem(key!, json!);
		},
		[`durus:${course}:${new URL(site).pathname}:settings`, JSON.stringify(values)]
	);
}

/** Makes the page look so. */
export async function dress(page: Page, site: string, look: Look): Promise<void> {
	await page.setViewportSize({ width: look.width, height: look.width < 700 ? 740 : 900 });
	await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
	await setSettings(page, site, { textSize: look.textSize });
}

/** One question of each kind, in two papers short enough to be drawn whole. */
function papersOfAllKinds(pool: ReadonlyMap<string, Question>): Question[][] {
	const kinds = new Map([...pool.values()].map((question) => [question.kind, question]));
	const questions = [...kinds.values()];
	expect(questions).toHaveLength(9);
	return [questions.slice(0, 5), questions.slice(5)];
}

/** Shows every screen, one after the other, in each state that it has, and gives its name. */
export async function* everyScreen(
	page: Page,
	site: string,
	language: Language
): AsyncGenerator<string> {
	const home = `${site}${language}/`;
	const stay = '**/choose-language.js';
	await page.route(stay, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
	await page.goto(site);
	yield 'language page';
	await page.unroute(stay);

	await page.goto(home);
	await alive(page);
	yield 'home, first visit';
	for (const lesson of await lessonsOf(site)) {
		await page.goto(`${home}lessons/${lesson}/`);
		await expect(page.locator('.check form button').first()).toBeVisible();
		yield `lesson ${lesson}`;
	}
	yield* insideALesson(page, home);
	yield* everyQuestion(page, site, home);
	await page.goto(home);
	await expect(page.locator('.standing').first()).toBeVisible();
	yield 'home, later';
	await page.goto(`${home}progress/`);
	await expect(page.locator('#scores')).toBeVisible();
	for (const summary of await page.locator('main summary').all()) await summary.click();
	yield 'progress';
	for (const screen of ['progress/certificate', 'settings', 'about', 'about/claims', 'glossary']) {
		await page.goto(`${home}${screen}/`);
		await alive(page);
		yield screen;
	}
	await page.locator('#glossary-search').fill('zzz');
	yield 'glossary, nothing found';
}

/** Addresses of all pages in one language, below it; those of some lessons where they are alike. */
export async function pagesOf(site: string, lessons?: readonly string[]): Promise<string[]> {
	return [
		'',
		...(lessons ?? (await lessonsOf(site))).flatMap((id) => [
			`lessons/${id}/`,
			`lessons/${id}/quiz/`
		]),
		'progress/',
		'progress/certificate/',
		'settings/',
		'about/',
		'about/claims/',
		'glossary/'
	];
}

/** What reaches beyond the edges of the screen, so that it would have to be scrolled sideways. */
export async function beyondTheEdge(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.body.querySelectorAll('*')].filter((element) => {
			const { left, right } = element.getBoundingClientRect();
			return right > clientWidth + 0.5 || left < -0.5;
		});
		return [
			`${scrollWidth} of ${clientWidth} px`,
			...wide.map(({ outerHTML }) => outerHTML.slice(0, 120))
		];
	});
}

/** Elements that would take time to change. */
export const movingIn = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('*')]
			.filter((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element);
				return `${transitionDuration},${animationDuration}`
					.split(',')
					.some((time) => parseFloat(time) > 0);
			})
			.map(({ outerHTML }) => outerHTML.slice(0, 100))
	);

/** Until its script runs. */
export const alive = (page: Page) =>
	expect(page.locator('html')).toHaveAttribute('data-alive', /^/);

async function* insideALesson(page: Page, home: string): AsyncGenerator<string> {
	await page.goto(`${home}lessons/${lessonOfAllKinds}/`);
	const check = page.locator('.check form').first();
	await check.locator('button[type="submit"]').click();
	await expect(check.locator('.missing')).toBeVisible();
	yield 'lesson, check without an answer';
	await check.locator('input').first().check();
	await check.locator('button[type="submit"]').click();
	await expect(check.locator('.panel')).toBeVisible();
	for (const summary of await page.locator('summary').all())
		if (await summary.isVisible()) await summary.click();
	yield 'lesson, all opened';
	await page.locator('a[data-term]').first().click();
	await expect(page.locator('dialog[open]')).toBeVisible();
	yield 'lesson, term dialog';
}

async function* everyQuestion(page: Page, site: string, home: string): AsyncGenerator<string> {
	const pool = await poolOf(site, lessonOfAllKinds);
	const quiz = `${home}lessons/${lessonOfAllKinds}/quiz/`;
	const questions = '**/questions.json';
	for (const [number, paper] of papersOfAllKinds(pool).entries()) {
		await page.route(questions, (route) =>
			route.fulfill({ json: { lesson: lessonOfAllKinds, questions: paper } })
		);
		await page.goto(quiz);
		const start = page.locator('button[data-early="start"]');
		await expect(start).toBeEnabled();
		yield number ? 'quiz start, later' : 'quiz start';
		await start.click();
		yield* wrongThenShown(page, pool, paper.length);
		await page.locator('.actions button').last().click();
		yield* rightThenFinish(page, pool, paper.length);
		await page.unroute(questions);
	}
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
		const hint = page.locator('form .help .quiet');
		if (question.hints.length) await hint.click();
		await answerWrong(page, question);
		await page.locator('form button[type="submit"]').click();
		await expect(page.locator('.panel').first()).toBeVisible();
		yield `${question.kind}, wrong`;
		if (!(await page.locator('[data-forward]').isVisible())) {
			await page.locator('form .help .quiet').last().click();
			await expect(page.locator('.panel.shown')).toBeVisible();
			yield `${question.kind}, shown`;
		}
		await page.locator('[data-forward]').click();
	}
	await expect(page.locator('.score')).toBeVisible();
	yield 'result, closed';
	for (const summary of await page.locator('.answers summary').all()) await summary.click();
	await expect(page.locator('.answers .instruction').last()).toBeVisible();
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
