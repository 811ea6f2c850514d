import type { Page } from '@playwright/test';
import { answerRight, shownQuestion } from './answering';
import { expect, poolOf, saved, startQuiz, test } from './site';

const lesson = 'meet-the-messengers';

/** Goes to the first question of one of these kinds; gives its number. */
async function goToKind(
	page: Page,
	pool: Awaited<ReturnType<typeof poolOf>>,
	kinds: readonly string[]
) {
	for (let number = 1; number <= 8; number++) {
		await page.locator(`nav li:nth-child(${number}) button`).click();
		await expect(page.locator(`form [id="q${number - 1}-prompt"]`)).toBeVisible();
		if (kinds.includes((await shownQuestion(page, pool)).kind)) return number;
	}
	return null;
}

/** Starts an attempt with a question of one of these kinds in it, and goes there. */
async function startWith(page: Page, site: string, kinds: readonly string[]) {
	const pool = await poolOf(site, lesson);
	const isWanted = ({ kind }: { kind: string }) => Number(kinds.includes(kind));
	const questions = [...pool.values()].sort((a, b) => isWanted(b) - isWanted(a)).slice(0, 8);
	await page
		.context()
		.route('**/questions.json', (route) => route.fulfill({ json: { lesson, questions } }));
	await page.goto(`${site}en/lessons/${lesson}/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	return { pool, number: (await goToKind(page, pool, kinds))! };
}

/** Everything that is entered in the question that is shown. */
const entered = (page: Page) =>
	page
		.locator('form :is(input, select), form .items .text')
		.evaluateAll((fields) =>
			fields.map((field) =>
				field instanceof HTMLInputElement && field.type !== 'text'
					? [field.value, field.checked]
					: [field.id, (field as HTMLInputElement).value]
			)
		);

const typed = (page: Page) => page.locator('form input.field');

test('a half-typed answer stays when the language is switched, and after a reload', async ({
	page,
	site
}) => {
	const { number } = await startWith(page, site, ['numeric', 'short-text']);
	await typed(page).pressSequentially('7');
	await page.locator('a.language').click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator(`form [id="q${number - 1}-prompt"]`)).toBeVisible();
	await expect(typed(page)).toHaveValue('7');
	await typed(page).press('End');
	await typed(page).pressSequentially('5');
	await saved(page);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.locator(`form [id="q${number - 1}-prompt"]`)).toBeVisible();
	await expect(typed(page)).toHaveValue('75');
});

test('what was typed is written between 200 and 300 ms after the last key', async ({
	page,
	site
}) => {
	await page.clock.install();
	await startWith(page, site, ['numeric', 'short-text']);
	await saved(page);
	await page.clock.pauseAt(Date.now() + 60_000);
	await typed(page).evaluate((field: HTMLInputElement) => {
		document.documentElement.dataset.puts = '0';
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name === 'drafts') document.documentElement.dataset.puts = '1';
			return put.apply(this, args as Parameters<typeof put>);
		};
		field.value = '12';
		field.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await page.clock.runFor(200);
	await expect(page.locator('[data-save="saving"]')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-puts', '0');
	await page.clock.runFor(100);
	await expect(page.locator('html')).toHaveAttribute('data-puts', '1');
	await saved(page);
});

test('a reload, a closed tab and Back keep the paper, the question and the answers', async ({
	context,
	site
}) => {
	let page = await context.newPage();
	await startQuiz(page, site, 'en', lesson);
	const pool = await poolOf(site, lesson);
	const paper: string[] = [];
	for (let number = 1; number <= 3; number++) {
		const question = await shownQuestion(page, pool);
		paper.push(question.id);
		await answerRight(page, question);
		if (number < 3) await page.locator('.foot .forward').click();
	}
	await saved(page);
	const before = await entered(page);

	await page.reload();
	await expect(page.locator('form [id="q2-prompt"]')).toBeVisible();
	expect((await shownQuestion(page, pool)).id).toBe(paper[2]);
	expect(await entered(page)).toEqual(before);

	await page.close();
	page = await context.newPage();
	await page.goto(`${site}en/`);
	await page.getByRole('link', { name: /Continue the quiz/ }).click();
	await expect(page.locator('form [id="q2-prompt"]')).toBeVisible();
	await page.locator('nav li:nth-child(2) button').click();
	await expect(page.locator('form [id="q1-prompt"]')).toBeVisible();
	expect((await shownQuestion(page, pool)).id).toBe(paper[1]);
	await page.goBack();
	await expect(page.locator('form [id="q2-prompt"]')).toBeVisible();
	for (let number = 1; number <= 3; number++) {
		await page.locator(`nav li:nth-child(${number}) button`).click();
		await expect(page.locator(`form [id="q${number - 1}-prompt"]`)).toBeVisible();
		await page.locator('form button[type="submit"]').click();
		// The right answer was entered before all of this, and is still there.
		await expect(page.locator('.panel.right')).toBeVisible();
	}
});

test('two tabs on one attempt agree, whoever writes last, and end it once', async ({
	context,
	site
}) => {
	const one = await context.newPage();
	const { number } = await startWith(one, site, ['numeric', 'short-text']);
	await typed(one).fill('12');
	await saved(one);
	const two = await context.newPage();
	await two.goto(`${site}ar/lessons/${lesson}/quiz/`);
	await expect(two.locator(`form [id="q${number - 1}-prompt"]`)).toBeVisible();
	await expect(typed(two)).toHaveValue('12');
	await typed(two).fill('123');
	await expect(typed(one)).toHaveValue('123');
	await typed(one).fill('1234');
	await expect(typed(two)).toHaveValue('1234');
	await saved(one);
	await saved(two);

	for (const page of [one, two]) {
		await page.locator('nav li:nth-child(8) button').click();
		await page.locator('.foot .forward').click();
	}
	// At once, as near as can be; the slower tab may find the attempt ended before its own press.
	await Promise.all(
		[one, two].map((page) =>
			page.evaluate(() =>
				document.querySelector<HTMLButtonElement>('dialog[open] .button.quiet')?.click()
			)
		)
	);
	for (const page of [one, two]) await expect(page.locator('.score')).toBeVisible();
	const submissions = await one.evaluate(async () => {
		const name = document.documentElement.dataset.prefix!;
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const open = indexedDB.open(name);
			open.onsuccess = () => resolve(open.result);
			open.onerror = () => reject(open.error as Error);
		});
		return new Promise<number>((resolve) => {
			const count = database.transaction('submissions').objectStore('submissions').count();
			count.onsuccess = () => resolve(count.result);
		});
	});
	expect(submissions).toBe(1);
});
