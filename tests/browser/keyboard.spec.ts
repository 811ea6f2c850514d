import type { Page } from '@playwright/test';
import { shownQuestion, type Key } from './answering';
import { focused, tabTo } from './focus';
import { oneOfEachKind } from './quiz-screens';
import { alive, lessonOfAllKinds } from './screens';
import { expect, languages, poolOf, saved, shortlyIn, test, type Language } from './site';

// Questions are chosen by the test, and a service worker would answer first.
test.use({ serviceWorkers: 'block' });

/** Answers by keys alone; the focus starts on the heading. */
async function answer(page: Page, question: Key, language: Language): Promise<void> {
	const name = (await page.locator('form .prompt').getAttribute('id'))!.replace('-prompt', '');
	switch (question.kind) {
		case 'single-choice':
		case 'true-false': {
			// A digit chooses at once, wherever the focus is; the arrows go on from there.
			const values = await page
				.locator('.options input')
				.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
			const right =
				question.kind === 'true-false'
					? String(question.answer)
					: question.options.find(({ correct }) => correct)!.id;
			const place = values.indexOf(right);
			const before = (place + values.length - 1) % values.length;
			await page.keyboard.press(String(before + 1));
			expect((await focused(page)).value).toBe(values[before]);
			await page.keyboard.press('ArrowDown');
			expect((await focused(page)).value).toBe(right);
			return;
		}
		case 'multiple-choice':
			for (const { id, correct } of question.options)
				if (correct) {
					await page.locator('form h1').focus();
					await tabTo(page, (focus) => focus.name === `${name}-${id}`);
					await page.keyboard.press('Space');
				}
			return;
		case 'categorise':
			for (const { id, category } of question.items) {
				await page.locator('form h1').focus();
				await tabTo(page, (focus) => focus.name === `${name}-${id}`);
				const values = question.categories.map((category) => category.id);
				await page.keyboard.press('Space');
				for (let moves = 0; (await focused(page)).value !== category; moves++) {
					expect(moves).toBeLessThan(values.length);
					await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
				}
			}
			return;
		case 'matching':
		case 'label-diagram': {
			const parts = question.kind === 'matching' ? question.pairs : question.spots;
			for (const { id } of parts) {
				const list = await tabTo(page, (focus) => focus.id === `${name}-${id}`);
				expect(list.tag).toBe('SELECT');
				const select = page.locator(`[id="${name}-${id}"]`);
				const count = await select.locator('option').count();
				for (let moves = 0; (await select.inputValue()) !== id; moves++) {
					expect(moves).toBeLessThan(count);
					await page.keyboard.press('ArrowDown');
				}
			}
			return;
		}
		case 'ordering':
			for (const [place, { id }] of question.items.entries()) {
				const at = async () =>
					page
						.locator('.items .text')
						.evaluateAll(
							(items, own) => items.findIndex((item) => item.id === own),
							`${name}-${id}`
						);
				if ((await at()) === place) continue;
				await page.locator('form h1').focus();
				await tabTo(page, (focus) => focus.id === `${name}-${id}-up`);
				while ((await at()) > place) {
					const now = await at();
					await page.keyboard.press('Enter');
					await expect.poll(at).toBe(now - 1);
					// The same button, so that the next press goes on.
					expect((await focused(page)).id).toBe(`${name}-${id}-up`);
					await expect(page.locator('form p[role="status"]')).toContainText(/\d/);
				}
			}
			return;
		case 'numeric':
		case 'short-text':
			await tabTo(page, (focus) => focus.id === name);
			await page.keyboard.type(
				question.kind === 'numeric'
					? String(question.answer)
					: (question.answers.ar?.[0] ?? question.answers.en![0]!)
			);
			return;
		default:
			throw new Error(`No way to answer ${question.kind}`);
	}
}

const words = {
	en: {
		right: /^\s*Right/,
		wrong: /^\s*Not right/,
		missing: /first\.$|not answered yet/,
		hint: /^\s*Hint/
	},
	ar: {
		right: /^\s*صحيح/,
		wrong: /^\s*غير صحيح/,
		missing: /أولًا|لم تكتمل|بعد/,
		hint: /^\s*التلميح/
	}
};

for (const language of languages)
	test(`a quiz with every kind of question is taken by keyboard alone (${language})${shortlyIn('ar', language)}`, async ({
		page,
		site
	}) => {
		test.setTimeout(300_000);
		const say = words[language];
		const pool = await poolOf(site, lessonOfAllKinds);
		const oneOfEach = oneOfEachKind(pool);
		for (const questions of [oneOfEach.slice(0, 5), oneOfEach.slice(5)]) {
			await page.route('**/questions.json', (route) =>
				route.fulfill({ json: { lesson: lessonOfAllKinds, questions } })
			);
			await page.goto(`${site}${language}/lessons/${lessonOfAllKinds}/quiz/`);
			await alive(page);
			const start = page.locator('button[data-early="start"]');
			await expect(start).toBeVisible();
			await tabTo(page, ({ tag, type }) => tag === 'BUTTON' && type === 'button');
			await page.keyboard.press('Enter');
			for (let index = 0; index < questions.length; index++) {
				await expect(page.locator(`form [id="q${index}-prompt"]`)).toBeVisible();
				const heading = page.locator('form h1');
				await expect(heading).toBeFocused();
				const question = await shownQuestion(page, pool);
				const status = page.locator('form > div[role="status"]');
				await expect(status).toBeEmpty();

				// Nothing entered is no try, and is said.
				const check = await tabTo(page, ({ type }) => type === 'submit');
				expect(check.tag).toBe('BUTTON');
				await page.keyboard.press('Space');
				await expect(status).toHaveText(say.missing);
				await focused(page);
				await heading.focus();

				await answer(page, question, language);
				const field = await focused(page);
				// Enter checks from a field; a list or a button has another use for it.
				if (field.tag !== 'INPUT') await tabTo(page, ({ type }) => type === 'submit');
				await page.keyboard.press('Enter');
				await expect(status).toContainText(say.right);
				await expect(page.locator('[data-forward]')).toBeFocused();
				await focused(page);
				await page.keyboard.press(index % 2 ? 'Enter' : 'Space');
			}
			await expect(page.locator('.score svg.passed')).toBeVisible();
			await expect(page.locator('h1')).toBeFocused();
			// Whoever leaves before its end is written finds the attempt open.
			await expect(page.locator('.score .save').filter({ hasText: /./ })).toBeVisible();
			await page.unroute('**/questions.json');
		}
	});

for (const language of languages)
	test(`hints, a wrong answer, the answer shown and Back leave the focus where one goes on (${language})${shortlyIn('en', language)}`, async ({
		page,
		site
	}) => {
		const say = words[language];
		const pool = await poolOf(site, lessonOfAllKinds);
		const questions = [...pool.values()].filter(
			({ kind, hints }) => kind === 'single-choice' && hints.length > 1
		);
		await page.route('**/questions.json', (route) =>
			route.fulfill({ json: { lesson: lessonOfAllKinds, questions: questions.slice(0, 2) } })
		);
		await page.goto(`${site}${language}/lessons/${lessonOfAllKinds}/quiz/`);
		await alive(page);
		await tabTo(page, ({ tag, type }) => tag === 'BUTTON' && type === 'button');
		await page.keyboard.press('Enter');
		await expect(page.locator('form h1')).toBeFocused();
		const question = await shownQuestion(page, pool);

		const help = page.locator('.help button');
		await tabTo(page, ({ type, text }) => type === 'button' && /hint|تلميح/.test(text));
		for (let hint = 1; hint <= question.hints.length; hint++) {
			await page.keyboard.press('Enter');
			await expect(page.locator('form [aria-live="polite"] li')).toHaveCount(hint);
			await expect(page.locator('form [aria-live="polite"] li').last()).toContainText(say.hint);
			await focused(page);
		}
		// No hint is left, and its button is gone: on to checking.
		await expect(help).toHaveCount(0);
		await expect(page.locator('form button[type="submit"]')).toBeFocused();

		const values = await page
			.locator('.options input')
			.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
		const wrong = values.findIndex((id) => !question.options.find((o) => o.id === id)!.correct);
		await page.keyboard.press(String(wrong + 1));
		await page.keyboard.press('Enter');
		await expect(page.locator('form > div[role="status"]')).toContainText(say.wrong);
		await focused(page);
		await tabTo(page, ({ text }) => /Show the answer|عرض الإجابة/.test(text));
		await page.keyboard.press('Enter');
		await expect(page.locator('.panel.shown')).toBeVisible();
		await expect(page.locator('[data-forward]')).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.locator('form [id="q1-prompt"]')).toBeVisible();
		await expect(page.locator('form h1')).toBeFocused();
		await page.goBack();
		await expect(page.locator('form [id="q0-prompt"]')).toBeVisible();
		await expect(page.locator('form h1')).toBeFocused();

		// The other language: the link stays where it was, and so does the focus.
		await tabTo(page, ({ text }) => /^(English|العربية)$/.test(text), 'Shift+Tab');
		await page.keyboard.press('Enter');
		await expect(page.locator('html')).not.toHaveAttribute('lang', language);
		await expect(page.locator('a.language')).toBeFocused();
	});

test('the dialog before finishing keeps the focus in, and gives it back', async ({
	page,
	site
}) => {
	await page.goto(`${site}en/lessons/${lessonOfAllKinds}/quiz/`);
	await alive(page);
	await tabTo(page, ({ tag, type }) => tag === 'BUTTON' && type === 'button');
	await page.keyboard.press('Enter');
	await expect(page.locator('form h1')).toBeFocused();
	const map = page.locator('nav li button');
	await map.last().focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('form [id="q7-prompt"]')).toBeVisible();
	await tabTo(page, ({ text }) => text === 'See the result');
	await page.keyboard.press('Enter');
	const dialog = page.locator('dialog[open]');
	await expect(dialog).toBeVisible();
	const seen = new Set<string>();
	for (let presses = 0; presses < 8; presses++) {
		// Between the last and the first control a dialog's focus may pass through the browser's own.
		const inside = await page.evaluate(
			() =>
				document.activeElement === document.body ||
				Boolean(document.activeElement?.closest('dialog[open]'))
		);
		expect(inside).toBe(true);
		seen.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
		await page.keyboard.press('Tab');
	}
	expect(seen).toContain('Go on answering');
	expect(seen).toContain('Finish now');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	expect((await focused(page)).text).toBe('See the result');
	await page.keyboard.press('Enter');
	await tabTo(page, ({ text }) => text === 'Finish now');
	await page.keyboard.press('Enter');
	await expect(page.locator('.score')).toBeVisible();
	await expect(page.locator('h1')).toBeFocused();
});

test('a term opens by Enter, closes by Escape, and gives the focus back', async ({
	page,
	site
}) => {
	await page.goto(`${site}en/lessons/${lessonOfAllKinds}/`);
	await expect(page.locator('.check form button').first()).toBeVisible();
	const term = page.locator('a[data-term]').first();
	await term.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('dialog[open]')).toBeVisible();
	expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[open]')).toHaveCount(0);
	await expect(term).toBeFocused();
});

test('a check inside a lesson keeps the focus when its answer locks and when it is cleared', async ({
	page,
	site
}) => {
	await page.goto(`${site}en/lessons/${lessonOfAllKinds}/`);
	const check = page.locator('.check form').first();
	await check.locator('input').first().focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(check.locator('.panel')).toBeVisible();
	await expect(check.locator('button')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(check.locator('.panel')).toHaveCount(0);
	await expect(check.locator('button')).toBeFocused();
});

for (const language of languages)
	test(`the first Tab offers to skip to the content, and does (${language})${shortlyIn('en', language)}`, async ({
		page,
		site
	}) => {
		for (const address of ['', `lessons/${lessonOfAllKinds}/`, 'settings/', 'glossary/']) {
			await page.goto(`${site}${language}/${address}`);
			await alive(page);
			await page.keyboard.press('Tab');
			const link = page.locator('a.skip');
			await expect(link).toBeFocused();
			await expect(link).toBeInViewport();
			await page.keyboard.press('Enter');
			await expect(page.locator('main')).toBeFocused();
			await page.keyboard.press('Tab');
			expect(
				await page.evaluate(() => document.activeElement?.closest('main') !== null),
				address
			).toBe(true);
		}
	});

test('the word saved is announced at no key', async ({ page, site }) => {
	const pool = await poolOf(site, lessonOfAllKinds);
	const questions = [...pool.values()].filter(({ kind }) => kind === 'short-text');
	await page.route('**/questions.json', (route) =>
		route.fulfill({ json: { lesson: lessonOfAllKinds, questions } })
	);
	await page.goto(`${site}en/lessons/${lessonOfAllKinds}/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form h1')).toBeFocused();
	await saved(page);
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(globalThis, { heard });
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const element = target instanceof Element ? target : target.parentElement;
				const region = element?.closest('[role="status"], [role="alert"], [aria-live], output');
				if (region) heard.push(region.textContent ?? '');
			}
		}).observe(document.body, { childList: true, characterData: true, subtree: true });
	});
	await page.locator('form input.field').focus();
	await page.keyboard.type('vesicle', { delay: 30 });
	await expect(page.locator('[data-save="saving"]')).toBeVisible();
	await saved(page);
	expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
		[]
	);
});
