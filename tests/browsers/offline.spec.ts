import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/cli/serve.mjs';
import type { Driver } from './driver';
import { onProfile } from './profile';
import { alive, begin, entered, goTo, saved, until } from './quiz-page';
import { browsers } from './tested';

const build = process.env.BUILD_DIR ?? 'build';
const [{ lessons }] = JSON.parse(readFileSync(join(build, 'course.json'), 'utf8')).modules;
const [, other]: string[] = lessons;
const { questions } = JSON.parse(
	readFileSync(join(build, 'lessons', other!, 'questions.json'), 'utf8')
) as { questions: { kind: string; options: { id: string; correct: boolean }[] }[] };

/** Visits the home page until it says that it is ready, then takes the host away. */
async function visitThenUnplug(driver: Driver, language: string): Promise<string> {
	const { address, close } = await serve(build, { base: '/courses/one' });
	try {
		await driver.goto(`${address}${language}/`);
		const ready = () => Boolean(document.querySelector('[data-offline="ready"]'));
		await until(driver, 'ready without a network', ready, 180_000);
	} finally {
		await close();
	}
	await expect(fetch(address)).rejects.toThrow();
	return address;
}

/** Waits until the page is alive and has a title. */
async function shown(driver: Driver): Promise<void> {
	await alive(driver);
	await until(driver, 'a title', () => Boolean(document.querySelector('h1')?.textContent));
}

/** Goes to a question with one right option; gives that option. */
async function goToSingleChoice(driver: Driver): Promise<string> {
	const count = await driver.look(() => document.querySelectorAll('main nav li').length);
	for (let index = 0; index < count; index++) {
		await goTo(driver, index);
		const shown = await driver.look(() =>
			[...document.querySelectorAll<HTMLInputElement>('form input[type="radio"]')]
				.map(({ value }) => value)
				.sort()
				.join()
		);
		const asked = questions.find(
			({ kind, options }) =>
				kind === 'single-choice' &&
				options
					.map(({ id }) => id)
					.sort()
					.join() === shown
		);
		if (asked) return asked.options.find(({ correct }) => correct)!.id;
	}
	throw new Error('No question with one right option in this paper');
}

const right = () => Boolean(document.querySelector('form .panel.right'));

describe.for(browsers.map((browser) => [browser.name, browser] as const))('%s', ([, browser]) => {
	it.each([
		['en', 'ar'],
		['ar', 'en']
	])('reads, takes a question and switches the language without a host (%s)', (here, there) =>
		onProfile(async (profile) => {
			const driver = await browser.open(profile);
			try {
				const address = await visitThenUnplug(driver, here);
				await driver.reload();
				await shown(driver);
				// Never opened before, and not by a link.
				await driver.goto(`${address}${here}/lessons/${other}/`);
				await shown(driver);
				expect(
					await driver.look(() => document.querySelectorAll('main h2').length)
				).toBeGreaterThan(1);

				await begin(driver, `${address}${here}/lessons/${other}/quiz/`);
				const option = await goToSingleChoice(driver);
				await driver.press(`form input[value="${option}"]`);
				await saved(driver);
				await driver.press('form button[type="submit"]');
				await until(driver, 'marked right', right);
				await saved(driver);
				const before = await entered(driver);

				await driver.press('a.language');
				await expect.poll(() => driver.look(() => document.documentElement.lang)).toBe(there);
				await until(driver, 'marked right in the other language', right);
				expect(await entered(driver)).toEqual(before);
			} finally {
				await driver.close();
			}
		})
	);
});
