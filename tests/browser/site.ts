import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import type { Question } from '../../src/lib/quiz/question';

export { expect };
export type Language = 'en' | 'ar';
export const languages: readonly Language[] = ['en', 'ar'];

/** What goes wrong in pages: errors, warnings, and reports of the content security policy. */
export async function watch(context: BrowserContext, wrong: string[]): Promise<void> {
	await context.exposeFunction('reportViolation', (report: string) => wrong.push(report));
	await context.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (event) =>
			(globalThis as unknown as { reportViolation(report: string): void }).reportViolation(
				`${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile}`
			)
		)
	);
	context.on('weberror', (raised) => {
		const error = raised.error();
		wrong.push(`${error.message}\n${error.stack ?? ''}`);
	});
	context.on('console', (message) => {
		// Said by Playwright where a test has no service worker.
		if (message.text() === 'Service Worker registration blocked by Playwright') return;
		if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
	});
}

/** Behind the name of a test that `npm test` takes in one language; `npm run test:all` takes it in the other too. */
export const shortlyIn = (wanted: Language, language: Language): '' | ' @all' =>
	language === wanted ? '' : ' @all';

interface Fixtures {
	/** Fails the test when anything went wrong in its pages; a test may empty it of what it expects. */
	wrong: string[];
}
interface WorkerFixtures {
	/** Address of the built site, below a path, as on a shared host. */
	site: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
		async ({}, use) => {
			const { address, close } = await serve(process.env.BUILD_DIR ?? 'build', {
				base: '/courses/one'
			});
			await use(address);
			await close();
		},
		{ scope: 'worker' }
	],
	wrong: [
		async ({ context }, use) => {
			const wrong: string[] = [];
			await watch(context, wrong);
			await use(wrong);
			expect(wrong).toEqual([]);
		},
		{ auto: true }
	]
});

/** The question pool of a lesson, as the site serves it. */
export async function poolOf(site: string, lesson: string): Promise<Map<string, Question>> {
	const response = await fetch(`${site}lessons/${lesson}/questions.json`);
	const { questions } = (await response.json()) as { questions: Question[] };
	return new Map(questions.map((question) => [question.id, question]));
}

/** Opens a quiz and starts an attempt. */
export async function startQuiz(
	page: Page,
	site: string,
	language: Language,
	lesson: string
): Promise<void> {
	await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form [id^="q0-prompt"]')).toBeVisible();
}

/** Waits until the screen says that everything entered is saved. */
export const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible();
