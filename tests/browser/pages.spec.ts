import type { Page } from '@playwright/test';
import { answerRight, shownQuestion } from './answering';
import { beyondTheEdge, movingIn } from './findings';
import { setSettings, textSizes, widths } from './looks';
import { quizOfFirstKinds, quizOfOtherKinds } from './quiz-screens';
import { alive, lessonOfAllKinds, pagesOf } from './screens';
import { expect, languages, poolOf, saved, shortlyIn, startQuiz, test } from './site';

const lesson = `lessons/${lessonOfAllKinds}/`;
const quiz = `${lesson}quiz/`;

// Requests are answered by the test here and there, and a service worker would answer them first.
test.use({ serviceWorkers: 'block' });

test('every page is served in its language and direction, with one main heading and a title', async ({
	site
}) => {
	for (const language of languages)
		for (const address of await pagesOf(site)) {
			const html = await (await fetch(`${site}${language}/${address}`)).text();
			const direction = language === 'ar' ? 'rtl' : 'ltr';
			expect(html, address).toMatch(
				new RegExp(`<html\\s+lang="${language}"\\s+dir="${direction}"`)
			);
			expect(html.match(/<h1[\s>]/g), address).toHaveLength(1);
			expect(html, address).toMatch(/<title>[^<]*\p{L}[^<]*<\/title>/u);
		}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the language page leads to a course that can be read', async ({ page, site }) => {
		await page.goto(site);
		await page.getByRole('link', { name: /العربية/ }).click();
		await expect(page.locator('html[lang="ar"][dir="rtl"]')).toBeVisible();
		await page.locator('main a.button').click();
		await expect(page.locator('article h2').first()).toBeVisible();
		expect(await page.locator('article section p:visible').count()).toBeGreaterThan(5);
		await expect(page.locator('article svg').first()).toBeVisible();
		await page.locator('.to-quiz a').click();
		await expect(page.getByText(/يحتاج الاختبار إلى JavaScript/)).toBeVisible();
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.locator('html[lang="en"][dir="ltr"]')).toBeVisible();
	});

	test('every page shows its text, or says that it needs JavaScript', async ({ page, site }) => {
		for (const language of languages)
			for (const address of await pagesOf(site, [lessonOfAllKinds])) {
				await page.goto(`${site}${language}/${address}`);
				await expect(page.locator('h1')).toBeVisible();
				const text = await page.locator('main').innerText();
				expect(text.length > 200 || text.includes('JavaScript'), `${address}: ${text}`).toBe(true);
			}
	});
});

test('a lesson is readable with every script blocked', async ({ page, site, wrong }) => {
	await page.route('**/*.js', (route) => route.abort());
	await page.goto(`${site}en/${lesson}`);
	await expect(page.locator('article h2').first()).toBeVisible();
	await expect(page.locator('article svg').first()).toBeVisible();
	await expect(page.locator('body')).toHaveCSS('font-family', /Readex Pro Latin/);
	await page.waitForLoadState('networkidle');
	expect(wrong.filter((report) => !/ERR_FAILED|Failed to fetch/.test(report))).toEqual([]);
	wrong.length = 0;
});

for (const language of languages)
	test(`no page scrolls sideways at any width and text size @all (${language})`, async ({
		page,
		site
	}) => {
		for (const address of await pagesOf(site)) {
			await page.goto(`${site}${language}/${address}`);
			await alive(page);
			for (const width of widths) {
				await page.setViewportSize({ width, height: 740 });
				for (const size of textSizes) {
					await page.evaluate((size) => (document.documentElement.dataset.textSize = size), size);
					expect
						.soft(await beyondTheEdge(page), `${address} at ${width} px, ${size} text`)
						.toEqual([]);
				}
			}
		}
	});

for (const language of languages)
	test(`a page loads the font of its own script only (${language}) @all`, async ({
		page,
		site
	}) => {
		const fonts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'font') fonts.push(request.url());
		});
		for (const address of await pagesOf(site, [lessonOfAllKinds])) {
			await page.goto(`${site}${language}/${address}`);
			await alive(page);
			await page.evaluate(() => document.fonts.ready.then(() => {}));
		}
		await page.goto(`${site}${language}/${lesson}`);
		await page.locator('a[data-term]').first().click();
		await expect(page.locator('dialog[open]')).toBeVisible();
		await page.evaluate(() => document.fonts.ready.then(() => {}));
		expect(fonts.length).toBeGreaterThan(0);
		const own = language === 'ar' ? /-arabic-/ : /-latin-/;
		expect(fonts.filter((address) => !own.test(address))).toEqual([]);
	});

/** The database's code never arrives. */
async function withholdDexie(page: Page): Promise<() => number> {
	let withheld = 0;
	await page.route('**/*.js', async (route) => {
		const response = await route.fetch();
		if (/DexieError/.test(await response.text())) withheld++;
		else await route.fulfill({ response });
	});
	return () => withheld;
}

test('no page waits for the database: a lesson is read, its check answered, and a quiz begun without it', async ({
	page,
	site
}) => {
	const withheld = await withholdDexie(page);
	await page.goto(`${site}en/${lesson}`);
	await expect(page.locator('article h2').first()).toBeVisible();
	const check = page.locator('.check form').first();
	await check.locator('input').first().check();
	await check.locator('button[type="submit"]').click();
	await expect(check.locator('.panel')).toBeVisible();

	const pool = await poolOf(site, lessonOfAllKinds);
	await startQuiz(page, site, 'en', lessonOfAllKinds);
	await answerRight(page, await shownQuestion(page, pool));
	await page.locator('form button[type="submit"]').click();
	await expect(page.locator('.panel.right')).toBeVisible();
	// And it does not say what is not so.
	await expect(page.locator('[data-save="saving"]')).toBeVisible();
	expect(withheld()).toBeGreaterThan(0);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const language of languages)
	test(`a press on Start before the page is alive is not lost (${language})${shortlyIn('en', language)}`, async ({
		page,
		site
	}) => {
		let arrive = () => {};
		const arrived = new Promise<void>((resolve) => (arrive = resolve));
		await page.route('**/_app/**/*.js', async (route) => {
			await arrived;
			await route.continue();
		});
		await page.goto(`${site}${language}/${quiz}`, { waitUntil: 'commit' });
		await page.locator('button[data-early="start"]').click();
		await expect(page.locator('html')).toHaveAttribute('data-pressed', 'start');
		await expect(page.locator('html')).not.toHaveAttribute('data-alive');
		arrive();
		await expect(page.locator('form [id="q0-prompt"]')).toBeVisible();
		await saved(page);
	});

test('a printed lesson is the lesson alone, ink on paper whatever the screen shows', async ({
	page,
	site
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(`${site}en/${lesson}`);
	await alive(page);
	const brightness = () =>
		page.evaluate(() => {
			const context = document.createElement('canvas').getContext('2d')!;
			context.fillStyle = getComputedStyle(document.body).color;
			context.fillRect(0, 0, 1, 1);
			return Math.max(...context.getImageData(0, 0, 1, 1).data.slice(0, 3));
		});
	expect(await brightness()).toBeGreaterThan(200);
	for (const theme of [undefined, 'dark']) {
		if (theme) await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		expect(await brightness()).toBeLessThan(80);
		for (const control of [
			'header nav',
			'nav',
			'footer',
			'.to-quiz',
			'.check',
			'button',
			'summary'
		])
			await expect(page.locator(control).filter({ visible: true }), control).toHaveCount(0);
		for (const text of ['h1', 'article h2', '.claim', 'figure svg', '.key-points'])
			await expect(page.locator(text).first(), text).toBeVisible();
		await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
	}
	const file = await page.pdf({ format: 'A4' });
	expect(file.subarray(0, 5).toString()).toBe('%PDF-');
});

test('nothing moves where less motion is wanted', async ({ page, site }) => {
	const pool = await poolOf(site, lessonOfAllKinds);
	const diagram = [...pool.values()].filter(({ kind }) => kind === 'label-diagram');
	await page.route('**/questions.json', (route) =>
		route.fulfill({ json: { lesson: lessonOfAllKinds, questions: diagram } })
	);
	await startQuiz(page, site, 'en', lessonOfAllKinds);
	await expect(page.locator('form .placed').first()).toBeVisible();
	expect(await movingIn(page)).not.toEqual([]);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await movingIn(page)).toEqual([]);
	await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
});

/** Texts with Western digits that stand outside words of another language, where no digit may stay. */
const westernDigits = (page: Page) =>
	page.locator('main').evaluate((main) => {
		const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (walker.nextNode()) {
			const node = walker.currentNode as Text;
			const own = node.parentElement!.closest('[lang]')!.getAttribute('lang') === 'ar';
			// A code keeps its digits: MISEV2023.
			const words = node.data.replace(/[A-Za-z][\w-]*/g, '');
			if (own && /[0-9]/.test(words) && !node.parentElement!.closest('code, noscript'))
				found.push(node.data.trim());
		}
		return found;
	});

/** Opens pages in Arabic, and expects no Western digits in them. */
async function expectArabicDigits(page: Page, site: string, addresses: readonly string[]) {
	await setSettings(page, site, { digits: 'arab' });
	for (const address of addresses) {
		await page.goto(`${site}ar/${address}`);
		await alive(page);
		// The settings show both kinds, to choose from.
		const choice = address === 'settings/' ? /^0 1 2 3/ : /^$/;
		await expect
			.poll(async () => (await westernDigits(page)).filter((text) => !choice.test(text)), address)
			.toEqual([]);
	}
}

test('Arabic-Indic digits are everywhere in Arabic, and in no code, DOI or English word', async ({
	page,
	site
}) => {
	await expectArabicDigits(page, site, await pagesOf(site, [lessonOfAllKinds]));
	await page.goto(`${site}ar/${lesson}`);
	await expect(page.locator('article')).toContainText(/[٠-٩]/);
	await expect(page.locator('figure svg').first()).toContainText(/[٠-٩]/);
	const foreign = await page
		.locator('main [lang="en"], main a[href*="doi.org"]')
		.evaluateAll((words) => words.map(({ textContent }) => textContent ?? ''));
	expect(foreign.some((words) => /10\.\d+\//.test(words))).toBe(true);
	expect(foreign.filter((words) => /[٠-٩]/.test(words))).toEqual([]);
	await page.locator('a.language').click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('main')).not.toContainText(/[٠-٩]/);
});

test('Arabic-Indic digits are everywhere in every Arabic lesson @all', async ({ page, site }) => {
	await expectArabicDigits(page, site, await pagesOf(site));
});

test('Arabic-Indic digits are everywhere in a quiz, and what is typed stays as it was typed @all', async ({
	page,
	site
}) => {
	await setSettings(page, site, { digits: 'arab' });
	let typed = 0;
	for (const walk of [quizOfFirstKinds, quizOfOtherKinds])
		for await (const screen of walk({ page, site, language: 'ar' })) {
			// The words for how to type a number name both kinds.
			const found = (await westernDigits(page)).filter((text) => !/123|١٢٣/.test(text));
			expect(found, screen).toEqual([]);
			if (/^numeric, (wrong|right)/.test(screen)) {
				expect(await page.locator('form input.field').inputValue()).toMatch(/^[0-9.]+$/);
				typed++;
			}
		}
	expect(typed).toBe(2);
});

test('colours and text size change at once, and stand before the first paint of the next visit', async ({
	page,
	site
}) => {
	await page.goto(`${site}en/settings/`);
	await alive(page);
	const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
	const [light, normal] = [await background(), await size()];
	await page.getByLabel('Dark', { exact: true }).check();
	const dark = await background();
	expect(dark).not.toBe(light);
	await page.getByLabel('Largest', { exact: true }).check();
	expect(await size()).toBeGreaterThan(normal * 1.3);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	// Nothing but the small script of the page itself arrives.
	await page.route('**/_app/**/*.js', () => {});
	await page.goto(`${site}en/${lesson}`, { waitUntil: 'commit' });
	await expect(page.locator('h1')).toBeVisible();
	// Its styles come after its words, and nothing is painted before them.
	await expect.poll(background).toBe(dark);
	expect(await size()).toBeGreaterThan(normal * 1.3);
	const html = await (await fetch(`${site}en/${lesson}`)).text();
	const head = html.slice(0, html.indexOf('</head>'));
	// Without async or defer a script in the head holds back the first paint.
	expect(head).toMatch(/<script src="[^"]*first-paint\.js"><\/script>/);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const [locale, language] of [
	['ar-AE', 'ar'],
	['en-GB', 'en'],
	['fr-FR', 'en']
] as const)
	test(`the address without a language leads a browser that speaks ${locale} to ${language}, then where it was last`, async ({
		browser,
		site
	}) => {
		const context = await browser.newContext({ locale, serviceWorkers: 'block' });
		const page = await context.newPage();
		await page.goto(site);
		await page.waitForURL(`${site}${language}/`);
		const other = language === 'ar' ? 'en' : 'ar';
		await alive(page);
		await page.locator('a.language').click();
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		await page.goto(site);
		await page.waitForURL(`${site}${other}/`);
		await context.close();
	});
