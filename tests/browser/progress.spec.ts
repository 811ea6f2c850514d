import type { Page } from '@playwright/test';
import { recordsOfSittings, type Sitting } from '../../src/lib/progress/examples-of-sittings';
import { beyondTheEdge, violationsIn } from './findings';
import { setSettings, textSizes, widths } from './looks';
import { alive, lessonOfAllKinds, lessonsOf } from './screens';
import { seed } from './seeding';
import { expect, languages, poolOf, shortlyIn, test, type Language } from './site';

const words = {
	en: {
		mastery: 'Mastery by objective',
		scores: 'Scores over time',
		calibration: 'How well you judge yourself',
		days: 'Days of learning',
		minutes: 'Minutes by week',
		weak: ['Practice', '50%', 'Not passed yet'],
		passed: ['Test', '100%', 'Passed'],
		levels: ['Unsure', 'Fairly sure', 'Certain'],
		status: 'Lessons passed as a test: 1 of 12',
		complete: 'Every lesson is passed as a test.',
		kept: 'Saved on this device',
		limits: /not a proof of clinical competence.*not a licence to treat anyone/,
		begin: /^Start with:/
	},
	ar: {
		mastery: 'إتقان الأهداف',
		scores: 'الدرجات عبر الزمن',
		calibration: 'دقة التقدير الذاتي',
		days: 'أيام التعلّم',
		minutes: 'الدقائق في كل أسبوع',
		weak: ['تدريب', '50%', 'لم يتحقق الاجتياز بعد'],
		passed: ['اختبار', '100%', 'تمّ الاجتياز'],
		levels: ['دون تأكد', 'بعض التأكد', 'تأكد تام'],
		status: 'الدروس المجتازة في نمط الاختبار: 1 من 12',
		complete: 'اجتيزت الدروس كلها في نمط الاختبار.',
		kept: 'محفوظ على هذا الجهاز',
		limits: /وليست هذه الشهادة دليلًا على كفاءة سريرية.*ولا ترخيصًا بعلاج أحد/,
		begin: /^البداية من:/
	}
} as const;

/** Noon, so many days ago. */
function noon(daysAgo: number): number {
	const date = new Date();
	date.setHours(12, 0, 0, 0);
	date.setDate(date.getDate() - daysAgo);
	return date.getTime();
}

const objectivesOf = async (site: string, lesson: string) => [
	...new Set([...(await poolOf(site, lesson)).values()].map(({ objective }) => objective))
];

/** Three attempts at the first two lessons: 24 answers, 15 minutes, on yesterday and the day before. */
async function threeSittings(site: string): Promise<Sitting[]> {
	const [first, second] = await lessonsOf(site);
	const [one, two] = await objectivesOf(site, first!);
	const [other] = await objectivesOf(site, second!);
	const confidences = ['unsure', 'fairly-sure', 'certain', 'certain'] as const;
	const answers = (
		objectives: readonly (string | undefined)[],
		right: (place: number) => boolean
	) =>
		Array.from({ length: 8 }, (_, place) => ({
			objective: objectives[place % objectives.length]!,
			earned: Number(right(place)),
			confidence: confidences[place % 4]!
		}));
	return [
		// The first objective wrong throughout, the second right: unsure 0 of 2, fairly sure 2 of 2, certain 2 of 4.
		{ lesson: first!, at: noon(2), answers: answers([one, two], (n) => n % 2 === 1), minutes: 7 },
		{ lesson: second!, at: noon(2), answers: answers([other], () => true), minutes: 5 },
		{
			lesson: second!,
			at: noon(1),
			mode: 'test',
			answers: answers([other], () => true),
			minutes: 3
		}
	];
}

/** Opens a page with these quizzes taken. */
async function openAfter(page: Page, address: string, sittings: readonly Sitting[]) {
	await page.goto(address);
	await alive(page);
	await seed(page, recordsOfSittings(sittings));
	await page.reload();
	await alive(page);
}

/** Cells of a table, row by row, without marks of direction. */
const tableOf = async (page: Page, name: string): Promise<string[][]> =>
	page
		.getByRole('table', { name, includeHidden: true })
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) =>
				[...row.children].map(({ textContent }) => (textContent ?? '').replace(/\p{Cf}/gu, ''))
			)
		);

for (const language of languages) {
	const say = words[language];
	const progress = (site: string) => `${site}${language}/progress/`;
	const certificate = (site: string) => `${site}${language}/progress/certificate/`;

	test(`where nothing was done the progress page leads to the first lesson (${language})`, async ({
		page,
		site
	}) => {
		await page.goto(progress(site));
		const link = page.getByRole('link', { name: say.begin });
		await expect(link).toBeVisible();
		await expect(page.getByRole('heading', { name: say.scores })).toHaveCount(0);
		await link.click();
		await expect(page).toHaveURL(
			new RegExp(`/${language}/lessons/${(await lessonsOf(site))[0]}/$`)
		);
	});

	test(`the numbers in the tables are those of the records (${language})${shortlyIn('ar', language)}`, async ({
		page,
		site
	}) => {
		await openAfter(page, progress(site), await threeSittings(site));
		await expect(page.getByRole('heading', { name: say.scores })).toBeVisible();
		const scores = await tableOf(page, say.scores);
		expect(scores.map((cells) => cells.slice(2))).toEqual([
			say.weak,
			[say.weak[0], '100%', say.passed[2]],
			say.passed
		]);
		const mastery = await tableOf(page, say.mastery);
		expect(mastery.length).toBeGreaterThan(20);
		expect(mastery.filter((cells) => cells[4] !== '0').map((cells) => cells.slice(3))).toEqual([
			['0%', '4'],
			['100%', '4'],
			['100%', '16']
		]);
		expect(await tableOf(page, say.calibration)).toEqual([
			[say.levels[0], '67%', '6'],
			[say.levels[1], '100%', '6'],
			[say.levels[2], '83%', '12']
		]);
		expect((await tableOf(page, say.days)).map((cells) => cells.slice(1))).toEqual([
			['16', '12'],
			['8', '3']
		]);
		const weeks = await tableOf(page, say.minutes);
		expect(weeks).toHaveLength(8);
		expect(weeks.reduce((sum, [, , minutes]) => sum + Number(minutes), 0)).toBe(15);
		expect(weeks.reduce((sum, [, days]) => sum + Number(days), 0)).toBe(2);
		await expect(page.getByText(say.status)).toBeVisible();
		// The weak objective leads to a section that is there.
		const [first] = await lessonsOf(site);
		const link = page.locator(`section[aria-labelledby="weak"] a[href*="lessons/${first}/#"]`);
		await expect(link).toHaveCount(1);
		await link.click();
		await expect(page).toHaveURL(/#./);
		await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeVisible();
	});

	test(`the pictures fit at every width and text size, and axe finds nothing wrong, all opened (${language}) @all`, async ({
		page,
		site
	}) => {
		await openAfter(page, progress(site), await threeSittings(site));
		await expect(page.getByRole('heading', { name: say.scores })).toBeVisible();
		for (const summary of await page.locator('main summary').all()) await summary.click();
		for (const width of widths)
			for (const size of textSizes) {
				await page.setViewportSize({ width, height: 800 });
				await page.evaluate((size) => (document.documentElement.dataset.textSize = size), size);
				expect.soft(await beyondTheEdge(page), `${width} px, ${size} text`).toEqual([]);
			}
		// The other widths and colours in the other language.
		await page.setViewportSize({ width: language === 'en' ? 320 : 1440, height: 800 });
		await page.emulateMedia({ colorScheme: language === 'en' ? 'light' : 'dark' });
		expect(await violationsIn(page)).toEqual([]);
	});

	test(`a certificate is complete, keeps its name, and prints as one page without the frame (${language})${shortlyIn('en', language)}`, async ({
		page,
		site
	}) => {
		const lessons = await lessonsOf(site);
		const tests = await Promise.all(
			lessons.map(async (lesson, index): Promise<Sitting> => {
				const [objective] = await objectivesOf(site, lesson);
				const answers = [1, 1, 1, 1, index % 2].map((earned) => ({
					objective: objective!,
					earned
				}));
				return { lesson, mode: 'test', at: noon(20 - index), answers };
			})
		);
		await openAfter(page, certificate(site), tests.slice(1));
		const missing = page.locator('ol.card a');
		await expect(missing).toHaveCount(1);
		await expect(missing).toHaveAttribute('href', new RegExp(`/lessons/${lessons[0]}/quiz/$`));

		await openAfter(page, certificate(site), tests);
		await expect(page.getByText(say.complete)).toBeVisible();
		const name = language === 'ar' ? 'آمال Haddad' : 'Amal حدّاد';
		await page.locator('#learner-name').fill(`  ${name} `);
		await page.locator('form button[type="submit"]').click();
		await expect(page.getByText(say.kept)).toBeVisible();
		await page.reload();
		const paper = page.locator('.paper');
		await expect(paper.locator('.name')).toHaveText(name);
		await expect(paper).toContainText(say.limits);
		const shares = await paper.locator('tbody td').allInnerTexts();
		expect(shares.map((text) => text.replace(/\p{Cf}/gu, ''))).toEqual(
			lessons.map((_, index) => (index % 2 ? '100%' : '80%'))
		);
		expect(await beyondTheEdge(page)).toEqual([]);
		expect(await violationsIn(page)).toEqual([]);
		await page.locator(`main a[hreflang]`).click();
		const other: Language = language === 'ar' ? 'en' : 'ar';
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		await expect(paper).toContainText(words[other].limits);
		await page.goBack();
		await expect(paper).toContainText(say.limits);

		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		for (const hidden of ['header', 'footer', 'h1', 'button', 'main a', '[role="status"]'])
			await expect(page.locator(hidden).filter({ visible: true }), hidden).toHaveCount(0);
		await expect(paper).toBeVisible();
		const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
		expect(file).toMatch(/\/MediaBox\s*\[0 0 59[45]\S* 84[12]/);
	});
}

test('a printed progress page has its pictures with every objective in words, and no frame', async ({
	page,
	site
}) => {
	await openAfter(page, `${site}en/progress/`, await threeSittings(site));
	await expect(page.getByRole('heading', { name: words.en.scores })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	for (const hidden of ['header', 'footer', 'select', 'main .button', 'table'])
		await expect(page.locator(hidden).filter({ visible: true }), hidden).toHaveCount(0);
	await expect(page.locator('svg[role="img"]').filter({ visible: true })).toHaveCount(4);
	const objectives = page.locator('.lesson li').filter({ visible: true });
	expect(await objectives.count()).toBeGreaterThan(20);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(objectives).toHaveCount(0);
});

test('digits in pictures, tables and certificate follow the setting', async ({ page, site }) => {
	await setSettings(page, site, { digits: 'arab' });
	await openAfter(page, `${site}ar/progress/`, await threeSittings(site));
	await expect(page.getByRole('heading', { name: words.ar.scores })).toBeVisible();
	await expect(page.locator('svg[role="img"]').first()).toContainText(/[٠-٩]/);
	await expect(page.locator('main')).not.toContainText(/[0-9]/);
	await page.goto(`${site}ar/progress/certificate/`);
	await expect(page.getByText(/من\s١٢/)).toBeVisible();
	await expect(page.locator('main')).not.toContainText(/[0-9]/);
});

test('what is done in one tab shows on the progress page that is open in another', async ({
	context,
	site
}) => {
	const watching = await context.newPage();
	await watching.goto(`${site}en/progress/`);
	await expect(watching.getByRole('link', { name: words.en.begin })).toBeVisible();
	const page = await context.newPage();
	await page.goto(`${site}en/lessons/${lessonOfAllKinds}/`);
	const check = page.locator('.check form').first();
	await check.locator('input').first().check();
	await check.locator('button[type="submit"]').click();
	await expect(check.locator('.panel')).toBeVisible();
	await expect(watching.getByRole('heading', { name: words.en.days })).toBeVisible();
	await expect(watching.getByRole('link', { name: words.en.begin })).toHaveCount(0);
	await expect(watching.locator('circle.active')).toHaveCount(1);
	await expect(watching.locator('circle.today')).toHaveCount(1);
	expect((await tableOf(watching, words.en.days)).map((cells) => cells[1])).toEqual(['0']);
});
