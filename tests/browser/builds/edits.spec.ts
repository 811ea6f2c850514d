import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { run } from '../../../src/cli/run.mjs';
import { serve } from '../../../src/cli/serve.mjs';
import { answerRight, answerWrong, shownQuestion } from '../answering';
import { expect, poolOf, saved, test } from '../site';

/*
 * Two builds of one course, the second with its lessons edited, at one address and with one live database: nobody's
 * attempt is reset, and nothing that was answered turns into a zero.
 */
const lesson = 'one-plant';
const small = 'tests/fixtures/lessons-small';
const quizFile = '01-leaf/01-one-plant/quiz.yaml';

/** What the author did: other words, another key, a question taken out, another in its place. */
const edits: readonly (readonly [string, string])[] = [
	[
		'Green and black tea come from two plants.',
		'Green tea and black tea come from two different plants.'
	],
	[
		'يأتي الشاي الأخضر والشاي الأسود من نبتتين.',
		'يأتي الشاي الأخضر والشاي الأسود من نبتتين مختلفتين.'
	],
	[
		'answer: true\n    feedback:\n      true: { en: It is evergreen.',
		'answer: false\n    feedback:\n      true: { en: It is evergreen.'
	],
	['  - id: chamomile-is-tea\n', '  - id: chamomile-is-tea\n    retired: true\n'],
	[
		'\nchecks:',
		`
  - id: rooibos
    kind: true-false
    objective: kinds
    section: kinds
    prompt: { en: Rooibos is an infusion., ar: الرويبوس من منقوع الأعشاب. }
    answer: true
    feedback:
      true: { en: It is made of another plant., ar: يُصنع من نبتة أخرى. }
      false: { en: It holds no leaf of the tea plant., ar: لا ورقة من نبتة الشاي فيه. }
    explanation: { en: Rooibos is the leaf of another bush., ar: الرويبوس ورق شجيرة أخرى. }

checks:`
	]
];

let folder: string;
let after: string;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	folder = await mkdtemp(join(tmpdir(), 'durus-edited-'));
	after = join(folder, 'build');
	await cp(small, join(folder, 'lessons'), { recursive: true });
	const file = join(folder, 'lessons', quizFile);
	let text = await readFile(file, 'utf8');
	for (const [was, is] of edits) {
		expect(text.split(was), was).toHaveLength(2);
		text = text.replace(was, is);
	}
	await writeFile(file, text);
	const code = await run(process.execPath, ['src/cli/build.mjs'], {
		LESSONS_DIR: join(folder, 'lessons'),
		BUILD_DIR: after,
		KIT_DIR: '.svelte-kit-edited'
	});
	expect(code).toBe(0);
});
test.afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
	await rm('.svelte-kit-edited', { recursive: true, force: true });
});

/** Hands in a test with everything right but one question. */
async function takeTest(page: Page, address: string, wrongOne: string): Promise<string[]> {
	const pool = await poolOf(address, lesson);
	await page.locator('button[data-early="start-test"]').click();
	const paper: string[] = [];
	for (let number = 0; number < 4; number++) {
		await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
		const question = await shownQuestion(page, pool);
		paper.push(question.id);
		await (question.id === wrongOne ? answerWrong : answerRight)(page, question);
		await page.locator('form button[type="submit"]').click();
	}
	await page.locator('.actions .button').first().click();
	await expect(page.locator('.score .save').filter({ hasText: /./ })).toBeVisible();
	return paper;
}

test('edited lessons reset nobody: an open paper goes on, old ones stay readable and are marked again @small', async ({
	page,
	wrong
}) => {
	test.setTimeout(300_000);
	const before = await serve(process.env.BUILD_DIR ?? 'build-small', { base: '/course' });
	const { address } = before;
	const quiz = `${address}en/lessons/${lesson}/quiz/`;
	await page.goto(quiz);
	// Two tests meet all seven questions of the pool.
	const papers: string[][] = [];
	for (let attempt = 0; attempt < 2; attempt++) {
		papers.push(await takeTest(page, address, 'evergreen'));
		await page.getByRole('button', { name: 'Take the quiz again' }).click();
	}
	expect(new Set(papers.flat()).size).toBe(7);
	const old = await poolOf(address, lesson);
	// A third attempt is under way when the edit comes.
	await page.locator('button[data-early="start"]').click();
	const first = await shownQuestion(page, old);
	await answerRight(page, first);
	await saved(page);
	await before.close();

	const edited = await serve(after, { base: '/course', port: Number(new URL(address).port) });
	await page.goto(quiz);
	await expect(page.locator('form .prompt')).toBeVisible();
	expect((await shownQuestion(page, old)).id).toBe(first.id);
	for (let number = 0; number < 4; number++) {
		await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
		// Every question is as it was drawn, the edited ones too.
		await answerRight(page, await shownQuestion(page, old));
		await page.locator('form button[type="submit"]').click();
		await expect(page.locator('.panel.right')).toBeVisible();
		await page.locator('[data-forward]').click();
	}
	await expect(page.locator('.score')).toContainText('100%');
	await page.getByRole('button', { name: 'Take the quiz again' }).click();

	const withIt = (id: string) => papers.findIndex((paper) => paper.includes(id));
	const look = async (attempt: number) => {
		await page.goto(quiz);
		await page
			.getByRole('button', { name: /Look at it/ })
			.nth(attempt)
			.click();
		await expect(page.locator('.score')).toBeVisible();
	};
	const opened = (prompt: string) =>
		page.locator('main details').filter({ hasText: prompt }).first();
	const words = (id: string) => old.get(id)!.prompt.en!;

	// The changed key: both marks stand there, and the better one counts.
	await look(withIt('evergreen'));
	await expect(page.locator('.score')).toContainText('100%');
	const marked = opened(words('evergreen'));
	await marked.locator('summary').click();
	await expect(marked).toContainText('Marked then: 0 of 1. By the new key: 1 of 1.');
	await expect(marked).toContainText('This question has changed since.');

	await look(withIt('two-plants'));
	const reworded = opened(words('two-plants'));
	await reworded.locator('summary').click();
	await expect(reworded).toContainText('The wording of this question has changed since.');
	await expect(reworded).toContainText('Right');

	await look(withIt('chamomile-is-tea'));
	const retired = opened(words('chamomile-is-tea'));
	await retired.locator('summary').click();
	await expect(retired).toContainText('This question is no longer asked.');
	await expect(retired).toContainText('Chamomile is a flower in hot water.');

	await page.goto(`${address}en/`);
	await expect(page.locator('.standing.passed').first()).toContainText('100%');
	await edited.close();
	// Files of the first build are gone from the address; a page that was open asked for none of them.
	expect(wrong).toEqual([]);
});
