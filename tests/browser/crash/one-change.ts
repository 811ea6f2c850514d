import type { Page } from '@playwright/test';
import type { Key } from '../answering';

/** One change of an answer: what is entered after each of its parts (keys that are typed), and how it is done. */
export interface Entry {
	readonly responses: readonly unknown[];
	readonly enter: (page: Page) => Promise<void>;
}
type Random = () => number;
type Choices = Readonly<Record<string, string>>;

const oneOf = <T>(list: readonly T[], random: Random): T =>
	list[Math.floor(random() * list.length)]!;

/** The kinds that have a choice for each of several parts. */
const partsOf = (question: Key) => {
	const { kind, pairs, spots, items, categories } = question;
	if (kind === 'matching')
		return { field: 'pairs', parts: pairs, values: pairs, right: (id: string) => id };
	if (kind === 'label-diagram')
		return { field: 'labels', parts: spots, values: spots, right: (id: string) => id };
	if (kind === 'categorise') {
		const right = (id: string) => items.find((item) => item.id === id)!.category;
		return { field: 'placed', parts: items, values: categories, right };
	}
	return null;
};

/** The response to a question that nobody has touched. */
export function untouched(question: Key): unknown {
	const parted = partsOf(question);
	if (parted) return { [parted.field]: {} };
	if (question.kind === 'ordering') return { order: null };
	if (question.kind === 'multiple-choice') return { chosen: [] };
	return ['numeric', 'short-text'].includes(question.kind) ? { entered: '' } : { chosen: null };
}

/** Something is entered; a test marks it at its end. */
export const isBegun = (response: unknown): boolean => {
	const [value] = Object.values(response as Record<string, unknown>);
	return (
		value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0)
	);
};

/** Nothing is missing: it can be checked. */
export function isWhole(question: Key, response: unknown): boolean {
	const parted = partsOf(question);
	if (!parted) return isBegun(response);
	return (
		Object.keys((response as Record<string, Choices>)[parted.field]!).length === parted.parts.length
	);
}

/** A random change of what is entered, right as often as wrong. `items`: those of an ordering, as they stand. */
export function oneChange(
	question: Key,
	response: unknown,
	items: readonly string[],
	name: string,
	random: Random
): Entry {
	const { kind, options } = question;
	const wantsRight = random() < 0.6;
	const parted = partsOf(question);
	if (parted) {
		const { field, parts, values, right } = parted;
		const now = (response as Record<string, Choices>)[field]!;
		const open = parts.filter(({ id }) => now[id] === undefined);
		const { id } = oneOf(open.length ? open : parts, random);
		const others = values.filter((value) => value.id !== now[id]).map((value) => value.id);
		const value = wantsRight && right(id) !== now[id] ? right(id) : oneOf(others, random);
		const enter = async (page: Page) => {
			if (kind === 'categorise')
				await page.locator(`input[name="${name}-${id}"][value="${value}"]`).check();
			else await page.locator(`[id="${name}-${id}"]`).selectOption(value);
		};
		return { responses: [{ [field]: { ...now, [id]: value } }], enter };
	}
	if (kind === 'ordering') {
		const place = 1 + Math.floor(random() * (items.length - 1));
		const order = items.with(place - 1, items[place]!).with(place, items[place - 1]!);
		const button = `[id="${name}-${items[place]}-up"]`;
		return { responses: [{ order }], enter: (page) => page.locator(button).click() };
	}
	if (kind === 'numeric' || kind === 'short-text')
		return oneTyping(question, response, name, random);
	if (kind === 'multiple-choice') {
		const { chosen } = response as { chosen: readonly string[] };
		const amiss = options.filter(({ id, correct }) => chosen.includes(id) !== correct);
		const { id } = oneOf(wantsRight && amiss.length ? amiss : options, random);
		const on = !chosen.includes(id);
		const after = options.map((option) => option.id);
		return {
			responses: [
				{ chosen: after.filter((other) => (other === id ? on : chosen.includes(other))) }
			],
			enter: (page) => page.locator(`input[name="${name}-${id}"]`).setChecked(on)
		};
	}
	const { chosen } = response as { chosen: string | boolean | null };
	const values = kind === 'true-false' ? [true, false] : options.map(({ id }) => id);
	const right =
		kind === 'true-false' ? question.answer : options.find(({ correct }) => correct)!.id;
	const others = values.filter((value) => value !== chosen);
	const value = wantsRight && right !== chosen ? right : oneOf(others, random);
	return {
		responses: [{ chosen: value }],
		enter: (page) => page.locator(`form input[value="${String(value)}"]`).check()
	};
}

/** A few keys, or the whole answer at once, as from the clipboard. */
function oneTyping(question: Key, response: unknown, name: string, random: Random): Entry {
	const { entered } = response as { entered: string };
	const { kind, answer, answers } = question;
	const right = kind === 'numeric' ? String(answer) : (answers.ar?.[0] ?? answers.en![0]!);
	const keys = kind === 'numeric' ? '123456789' : 'abcdeسلام';
	const whole = /^\d*$/.test(entered) || kind === 'short-text';
	if (whole && entered.length < 7 && random() < 0.6) {
		const typed = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
			oneOf([...keys], random)
		);
		const after = typed.map((_, place) => entered + typed.slice(0, place + 1).join(''));
		return {
			responses: after.map((entered) => ({ entered })),
			async enter(page) {
				await page.locator(`[id="${name}"]`).press('End');
				await page.locator(`[id="${name}"]`).pressSequentially(typed.join(''));
			}
		};
	}
	const text = entered === right ? oneOf([...keys], random) : right;
	return {
		responses: [{ entered: text }],
		enter: (page) => page.locator(`[id="${name}"]`).fill(text)
	};
}
