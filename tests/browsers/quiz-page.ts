import { expect } from 'vitest';
import type { Driver } from './driver';

/** Polls until a function of the page gives true. */
export async function until(
	driver: Driver,
	title: string,
	what: () => boolean,
	timeout = 30_000
): Promise<void> {
	await expect.poll(() => driver.look(what), { message: title, timeout, interval: 100 }).toBe(true);
}

/** Waits until the page is taken over by its script. */
export const alive = (driver: Driver): Promise<void> =>
	until(driver, 'the page is alive', () => 'alive' in document.documentElement.dataset);

/** Opens the quiz of a lesson and begins a practice. */
export async function begin(driver: Driver, address: string): Promise<void> {
	await driver.goto(address);
	await alive(driver);
	await driver.press('button[data-early="start"]');
	await questionShown(driver);
}

/** Waits for a question and its fields. */
export const questionShown = (driver: Driver): Promise<void> =>
	until(driver, 'a question', () => Boolean(document.querySelector('form .instruction')));

/** Goes to a question of the paper, from 0. */
export async function goTo(driver: Driver, index: number): Promise<void> {
	await driver.press(`main nav li:nth-child(${index + 1}) button`);
	await expect
		.poll(() => driver.look((id) => Boolean(document.getElementById(id)), `q${index}-prompt`))
		.toBe(true);
	await questionShown(driver);
}

export const saved = (driver: Driver): Promise<void> =>
	until(driver, 'saved', () => Boolean(document.querySelector('[data-save="saved"]')));

/** Everything that is entered in the question that is shown. */
export const entered = (driver: Driver): Promise<(string | boolean)[][]> =>
	driver.look(() =>
		[...document.querySelectorAll<HTMLInputElement>('form :is(input, select)')].map((field) => [
			field.id || field.name,
			field.value,
			field.checked
		])
	);

/** Chooses the first of everything that there is to choose from, types a digit; false where there are only lists. */
export async function enterSomething(driver: Driver): Promise<boolean> {
	const fields = await driver.look(() => {
		const all = [...document.querySelectorAll<HTMLInputElement>('form input')];
		return {
			typed: all.filter(({ type }) => type === 'text').map(({ id }) => id),
			groups: [...new Set(all.filter(({ type }) => type !== 'text').map(({ name }) => name))]
		};
	});
	for (const id of fields.typed) await driver.write(`[id="${id}"]`, '7');
	for (const name of fields.groups) await driver.press(`form input[name="${name}"]`);
	return fields.typed.length + fields.groups.length > 0;
}
