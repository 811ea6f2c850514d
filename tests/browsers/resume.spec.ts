import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/cli/serve.mjs';
import type { Driver } from './driver';
import { onProfile } from './profile';
import {
	alive,
	begin,
	entered,
	enterSomething,
	goTo,
	questionShown,
	saved,
	until
} from './quiz-page';
import { browsers } from './tested';

let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	site = await serve(process.env.BUILD_DIR ?? 'build', { base: '/courses/one' });
});
afterAll(() => site.close());

const languages = ['en', 'ar'];
const quizAt = (language: string, lesson = 'meet-the-messengers') =>
	`${site.address}${language}/lessons/${lesson}/quiz/`;

/** Two questions and what was entered in them. */
type Answers = Map<number, (string | boolean)[][]>;

async function answerTwo(driver: Driver, address: string): Promise<Answers> {
	await begin(driver, address);
	const answers: Answers = new Map();
	for (let index = 0; answers.size < 2; index++) {
		await goTo(driver, index);
		if (!(await enterSomething(driver))) continue;
		await saved(driver);
		answers.set(index, await entered(driver));
	}
	return answers;
}

/** The page goes on with the question that was answered last, and both answers are there. */
async function expectThere(driver: Driver, answers: Answers): Promise<void> {
	await questionShown(driver);
	const last = [...answers.keys()].at(-1)!;
	expect(await driver.look(() => document.querySelector('form .prompt')!.id)).toBe(
		`q${last}-prompt`
	);
	for (const [index, fields] of answers) {
		await goTo(driver, index);
		expect(await entered(driver)).toEqual(fields);
	}
	// The last one is the one to go on with again.
	await goTo(driver, last);
	await saved(driver);
}

describe.for(browsers.map((browser) => [browser.name, browser] as const))('%s', ([, browser]) => {
	it.each(languages)('finds answers again after a reload and in a new window (%s)', (language) =>
		onProfile(async (profile) => {
			const address = quizAt(language);
			const driver = await browser.open(profile);
			try {
				const answers = await answerTwo(driver, address);
				await driver.reload();
				await expectThere(driver, answers);
				await driver.renew();
				await driver.goto(address);
				await expectThere(driver, answers);
			} finally {
				await driver.close();
			}
		})
	);

	it.for(languages)('finds answers again after it was closed (%s)', (language, { skip }) =>
		onProfile(async (profile) => {
			const address = quizAt(language);
			const first = await browser.open(profile);
			let answers: Answers;
			try {
				answers = await answerTwo(first, address);
				await first.look(() => localStorage.setItem('left here by the test', 'yes'));
			} finally {
				await first.close();
			}
			const second = await browser.open(profile);
			try {
				await second.goto(address);
				if (!(await second.look(() => localStorage.getItem('left here by the test'))))
					skip(`${browser.name} under its driver keeps nothing of a closed session`);
				await expectThere(second, answers);
			} finally {
				await second.close();
			}
		})
	);

	// A browser may put a page away as it is, to show it again.
	it.each(languages)(
		'saves elsewhere when a page is left in the middle of a write (%s)',
		(language) =>
			onProfile(async (profile) => {
				const driver = await browser.open(profile);
				try {
					await begin(driver, quizAt(language));
					const choices = () => document.querySelectorAll('form [type="radio"]').length;
					for (let index = 0; !(await driver.look(choices)); index++) await goTo(driver, index);
					const left = await driver.look(
						(elsewhere) => {
							Object.assign(globalThis, { putAway: true });
							document.querySelector<HTMLElement>('form [type="radio"]')!.click();
							location.href = elsewhere;
							return history.length;
						},
						quizAt(language, 'from-rubbish-to-messenger')
					);

					const start = () => Boolean(document.querySelector('button[data-early="start"]'));
					await until(driver, 'the other quiz', start);
					await alive(driver);
					await driver.press('button[data-early="start"]');
					await questionShown(driver);
					let index = 0;
					while (!(await enterSomething(driver))) await goTo(driver, ++index);
					await saved(driver);

					await driver.look((length) => history.go(length - history.length), left);
					const first = () => location.pathname.includes('/meet-the-messengers/');
					await until(driver, 'the first quiz', first);
					await questionShown(driver);
					await saved(driver);
					expect(
						await driver.look(() => document.querySelector('[role="alert"]')?.textContent)
					).toBeFalsy();
					// Not if it was loaded anew: the answer had not been called saved.
					if (await driver.look(() => 'putAway' in globalThis))
						expect(
							await driver.look(
								() => document.querySelectorAll('form [type="radio"]:checked').length
							)
						).toBe(1);
				} finally {
					await driver.close();
				}
			})
	);
});
