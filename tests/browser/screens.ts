import type { Page } from '@playwright/test';
import { expect, type Language } from './site';

/** The lesson whose quiz has questions of all kinds, and whose page has everything that a lesson can have. */
export const lessonOfAllKinds = 'meet-the-messengers';

export interface Visit {
	readonly page: Page;
	readonly site: string;
	readonly language: Language;
}
/** Shows screens one after the other, each in each state that it has, and gives their names. */
export type Walk = (visit: Visit) => AsyncGenerator<string>;

/** A screen that its address alone shows. */
interface Screen {
	readonly name: string;
	/** Below the language's. */
	readonly address: string;
	/** What stands there once the screen is complete; without it, when the page is alive. */
	readonly complete?: string;
	/** What else it shows, after what. */
	readonly states?: (page: Page) => AsyncGenerator<string>;
}

const home = { address: '', complete: 'main a.button' };
const lesson = (id: string) => ({
	name: `lesson ${id}`,
	address: `lessons/${id}/`,
	complete: '.check form button'
});
const quiz = {
	address: `lessons/${lessonOfAllKinds}/quiz/`,
	complete: 'button[data-early="start"]:enabled'
};

/** The screens of a first visit. A new page is a line here, and another below if it says something else after a quiz. */
const atFirst: readonly Screen[] = [
	{ name: 'home', ...home },
	{ ...lesson(lessonOfAllKinds), states: statesOfLesson },
	{ name: 'quiz start', ...quiz },
	{ name: 'review', address: 'review/', complete: 'main a.button' },
	{ name: 'progress', address: 'progress/' },
	{ name: 'certificate', address: 'progress/certificate/' }
];

/** The screens where something is set or looked up. */
const toLookUp: readonly Screen[] = [
	{ name: 'settings', address: 'settings/' },
	{ name: 'about', address: 'about/' },
	{ name: 'claims', address: 'about/claims/' },
	{ name: 'glossary', address: 'glossary/', states: statesOfGlossary }
];

/** Where modules are assigned, accepted and collected: what more they show is walked through in trainer-screens.ts. */
const assigning: readonly string[] = [
	'assignment/',
	'trainer/',
	'trainer/edit/',
	'trainer/assignment/',
	'trainer/collect/',
	'trainer/keys/',
	'trainer/report/'
];

/** The screens that say something else once a quiz was taken. */
const afterQuiz: readonly Screen[] = [
	{ name: 'home, later', ...home, complete: '.standing' },
	{ name: 'quiz start, later', ...quiz },
	{ name: 'review, later', address: 'review/', complete: 'main .button' },
	{ name: 'progress, later', address: 'progress/', complete: 'svg', states: allOpened },
	{ name: 'certificate, later', address: 'progress/certificate/' }
];

/** The pages of a first visit. */
export async function* pagesAtFirst(visit: Visit): AsyncGenerator<string> {
	const { page, site } = visit;
	const stay = '**/choose-language.js';
	await page.route(stay, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
	await page.goto(site);
	yield 'language page';
	await page.unroute(stay);
	yield* opened(visit, atFirst);
}

/** The pages where something is set or looked up. */
export const pagesToLookUp: Walk = (visit) => opened(visit, toLookUp);

/** The pages that say something else once a quiz was taken. */
export const pagesAfterQuiz: Walk = (visit) => opened(visit, afterQuiz);

/** Every lesson's page. */
export async function* everyLesson(visit: Visit): AsyncGenerator<string> {
	yield* opened(visit, (await lessonsOf(visit.site)).map(lesson));
}

/** Addresses of all pages in one language, below it; those of some lessons where they are alike. */
export async function pagesOf(site: string, lessons?: readonly string[]): Promise<string[]> {
	const ids = lessons ?? (await lessonsOf(site));
	return [
		...[...atFirst, ...toLookUp]
			.map(({ address }) => address)
			.filter((address) => !address.startsWith('lessons/')),
		...assigning,
		...ids.flatMap((id) => [`lessons/${id}/`, `lessons/${id}/quiz/`])
	];
}

/** Until its script runs. */
export const alive = (page: Page) =>
	expect(page.locator('html')).toHaveAttribute('data-alive', /^/);

async function* opened({ page, site, language }: Visit, screens: readonly Screen[]) {
	for (const { name, address, complete, states } of screens) {
		await page.goto(`${site}${language}/${address}`);
		await alive(page);
		if (complete) await expect(page.locator(complete).first()).toBeVisible();
		yield name;
		if (states) yield* states(page);
	}
}

/** Ids of the course's lessons, in order, as its home page lists them. */
export async function lessonsOf(site: string): Promise<string[]> {
	const html = await (await fetch(`${site}en/`)).text();
	return [...new Set([...html.matchAll(/lessons\/([\w-]+)\//g)].map(([, id]) => id!))];
}

async function* statesOfLesson(page: Page): AsyncGenerator<string> {
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

async function* statesOfGlossary(page: Page): AsyncGenerator<string> {
	await page.locator('#glossary-search').fill('zzz');
	yield 'glossary, nothing found';
}

async function* allOpened(page: Page): AsyncGenerator<string> {
	for (const summary of await page.locator('main summary').all())
		if (await summary.isVisible()) await summary.click();
	yield 'progress, all opened';
}
