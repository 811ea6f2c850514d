import { expect, type Page } from '@playwright/test';
import type { Question } from '../../src/lib/quiz/question';

/** The fields of the kinds that answering needs; a question has those of its kind. */
export type Key = Question & {
	options: { id: string; correct: boolean }[];
	answer: boolean | number;
	pairs: { id: string }[];
	items: { id: string; category: string }[];
	categories: { id: string }[];
	answers: { en?: string[]; ar?: string[] };
	spots: { id: string }[];
};

/** Words as they are compared: in one line, with Western digits. */
const plain = (text: string) =>
	text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/\s+/g, ' ')
		.trim();

/** Which question of the paper is shown, by its prompt. */
export async function shownQuestion(page: Page, pool: Map<string, Question>): Promise<Key> {
	const prompt = page.locator('form .prompt');
	await expect(prompt).toBeVisible();
	const words = await prompt.innerText();
	await expect(page.locator('form .instruction').first(), `a view for “${words}”`).toBeVisible();
	return promptedBy(words, pool);
}

/** The question of the pool that has this prompt, in either language. */
export function promptedBy(prompt: string, pool: ReadonlyMap<string, Question>): Key {
	const words = plain(prompt);
	const found = [...pool.values()].filter(({ prompt }) =>
		Object.values(prompt).some((text) => plain(text) === words)
	);
	expect(found.length, `one question with the prompt “${words}”`).toBe(1);
	return found[0] as Key;
}

/** Enters the right answer, as a learner would. */
export async function answerRight(page: Page, question: Key): Promise<void> {
	const name = (await page.locator('form .prompt').getAttribute('id'))!.replace('-prompt', '');
	const field = (id: string) => page.locator(`[id="${name}-${id}"]`);
	switch (question.kind) {
		case 'single-choice':
			return page
				.locator(`input[value="${question.options.find((option) => option.correct)!.id}"]`)
				.check();
		case 'multiple-choice':
			for (const { id, correct } of question.options)
				if (correct) await page.locator(`input[name="${name}-${id}"]`).check();
			return;
		case 'true-false':
			return page.locator(`input[value="${String(question.answer)}"]`).check();
		case 'matching':
			for (const { id } of question.pairs) await field(id).selectOption(id);
			return;
		case 'label-diagram':
			for (const { id } of question.spots) await field(id).selectOption(id);
			return;
		case 'categorise':
			for (const { id, category } of question.items)
				await page.locator(`input[name="${name}-${id}"][value="${category}"]`).check();
			return;
		case 'ordering':
			return putInOrder(
				page,
				question.items.map(({ id }) => id),
				name
			);
		case 'numeric':
			return page.locator(`[id="${name}"]`).fill(String(question.answer));
		case 'short-text':
			return page
				.locator(`[id="${name}"]`)
				.fill(question.answers.ar?.[0] ?? question.answers.en![0]!);
		default:
			throw new Error(`No way to answer ${question.kind}`);
	}
}

/** Enters a complete answer that has nothing right in it, as far as the kind allows. */
export async function answerWrong(page: Page, question: Key): Promise<void> {
	const name = (await page.locator('form .prompt').getAttribute('id'))!.replace('-prompt', '');
	const field = (id: string) => page.locator(`[id="${name}-${id}"]`);
	/** Each gets what belongs to its neighbour. */
	const shift = async (parts: readonly { id: string }[]) => {
		for (const [place, { id }] of parts.entries())
			await field(id).selectOption(parts[(place + 1) % parts.length]!.id);
	};
	switch (question.kind) {
		case 'single-choice':
			return page
				.locator(`input[value="${question.options.find((option) => !option.correct)!.id}"]`)
				.check();
		case 'multiple-choice':
			for (const { id, correct } of question.options)
				if (!correct) await page.locator(`input[name="${name}-${id}"]`).check();
			return;
		case 'true-false':
			return page.locator(`input[value="${String(!question.answer)}"]`).check();
		case 'matching':
			return shift(question.pairs);
		case 'label-diagram':
			return shift(question.spots);
		case 'categorise':
			for (const { id, category } of question.items) {
				const other = question.categories.find(({ id }) => id !== category)!.id;
				await page.locator(`input[name="${name}-${id}"][value="${other}"]`).check();
			}
			return;
		case 'ordering':
			// Each one place further, so that none stands where it belongs.
			return putInOrder(
				page,
				question.items.map((_, place) => question.items.at(place - 1)!.id),
				name
			);
		case 'numeric':
			return page.locator(`[id="${name}"]`).fill(String(Number(question.answer) * 9 + 7));
		case 'short-text':
			return page.locator(`[id="${name}"]`).fill('zzz');
		default:
			throw new Error(`No way to answer ${question.kind}`);
	}
}

/** Moves items up with their buttons until the order is right. */
async function putInOrder(page: Page, wanted: readonly string[], name: string): Promise<void> {
	const shown = async () =>
		page
			.locator('.items .text')
			.evaluateAll(
				(items, prefix) => items.map((item) => item.id.slice(prefix.length)),
				`${name}-`
			);
	await expect(page.locator('.items .text').first()).toBeVisible();
	// What nobody moved is nobody's answer, though the paper may begin in this very order.
	if ((await shown()).join() === wanted.join())
		await page.locator(`[id="${name}-${wanted[1]}-up"]`).click();
	for (const [place, id] of wanted.entries())
		for (let at = (await shown()).indexOf(id); at > place; at--)
			await page.locator(`[id="${name}-${id}-up"]`).click();
	expect(await shown()).toEqual(wanted);
}
