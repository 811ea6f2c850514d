import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { recordsOfSittings } from '../../src/lib/progress/examples-of-sittings';
import { expect, saved, shortlyIn, startQuiz, test, type Language } from './site';
import { seed } from './seeding';

const lesson = 'meet-the-messengers';
const now = Date.now();
/** Older than any that the site makes, so that she stands first. */
const amal = '00000000-0000-7000-8000-00000000a3a1';
/** Two complete attempts under her profile, without the questions of a course. */
const records = {
	...recordsOfSittings(
		[
			{ lesson, at: now - 3_600_000, answers: [{ objective: 'size', earned: 1 }] },
			{ lesson, at: now - 1_800_000, answers: [{ objective: 'size', earned: 0 }] }
		],
		amal
	),
	profiles: [{ id: amal, name: 'Amal', sequence: 1, device: 'device', at: now }]
};

const words = {
	en: {
		add: 'Add a person',
		name: 'Name of the new person',
		switch: /Switch: .?Badr/,
		who: 'Who is learning?',
		move: 'Move',
		moved: 'The attempt was moved.',
		eraseMine: 'Erase my data…',
		eraseAsk: /Erase the data of .?Badr.?\?/,
		eraseNow: 'Erase for good',
		make: 'Make a backup file',
		restore: 'Restore',
		choose: 'Choose a backup file',
		done: 'Everything in the file is on this device now.',
		unlock: 'Open the file',
		wrong: 'This passphrase does not open the file.',
		damaged: 'This file is incomplete or damaged',
		otherCourse: 'This file belongs to another course.',
		notOne: 'This is not a backup file of this site.',
		passphrase: 'Passphrase (optional)',
		locked: 'The file has a passphrase',
		two: '2 attempts, 2 answers checked.',
		one: '1 attempt, 1 answer checked.',
		none: 'No attempts yet, no answers checked.'
	},
	ar: {
		add: 'إضافة شخص',
		name: 'اسم الشخص الجديد',
		switch: /التبديل إليه: .?Badr/,
		who: 'من يتعلم الآن؟',
		move: 'نقل',
		moved: 'نُقلت المحاولة.',
		eraseMine: 'محو بياناتي…',
		eraseAsk: /محو بيانات .?Badr.?؟/,
		eraseNow: 'محو نهائي',
		make: 'إنشاء ملف نسخة احتياطية',
		restore: 'استعادة',
		choose: 'اختيار ملف نسخة احتياطية',
		done: 'كل ما في الملف على هذا الجهاز الآن.',
		unlock: 'فتح الملف',
		wrong: 'لا تفتح عبارة المرور هذه الملف.',
		damaged: 'هذا الملف ناقص أو تالف',
		otherCourse: 'هذا الملف لمقرر آخر.',
		notOne: 'ليس هذا ملف نسخة احتياطية من هذا الموقع.',
		passphrase: 'عبارة مرور (اختيارية)',
		locked: 'للملف عبارة مرور',
		two: 'محاولتان، وإجابتان مصحَّحتان.',
		one: 'محاولة واحدة، وإجابة مصحَّحة واحدة.',
		none: 'لا محاولات بعد، ولا إجابات مصحَّحة بعد.'
	}
} as const;

const data = (page: Page) => page.locator('section[aria-labelledby="safety"]');
const learners = (page: Page) => page.locator('section[aria-labelledby="profiles"] li .who bdi');

/** Opens the settings on a device where Amal has taken two quizzes. */
async function asAmal(page: Page, site: string, language: Language): Promise<void> {
	await page.goto(`${site}${language}/settings/`);
	await expect(page.locator('#restore-file')).toBeEnabled();
	await seed(page, records);
	await page.reload();
	await expect(data(page)).toContainText(words[language].two);
}

async function addBadr(page: Page, language: Language): Promise<void> {
	await page.getByRole('button', { name: words[language].add }).click();
	await page.getByLabel(words[language].name).fill('Badr');
	await page.getByRole('button', { name: words[language].add }).click();
	await expect(learners(page)).toHaveText(['Amal', 'Badr']);
}

async function backup(page: Page, language: Language, passphrase = ''): Promise<string> {
	await page.getByLabel(words[language].passphrase).fill(passphrase);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: words[language].make }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(
		/^durus-exosome-therapy-\d{4}-\d\d-\d\d\.durus\.txt$/
	);
	return readFile(await download.path(), 'utf8');
}

const choose = (page: Page, content: string, name = 'a.durus.txt') =>
	page
		.locator('#restore-file')
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

/** Another device: a context of its own, which the test closes. */
async function elsewhere(
	browser: Browser,
	use: (context: BrowserContext) => Promise<void>
): Promise<void> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	await use(context);
	await context.close();
}

for (const language of ['en', 'ar'] as const) {
	const say = words[language];

	test(`two people on one device, an attempt given back, and one of them erased (${language})${shortlyIn('en', language)}`, async ({
		page,
		context,
		site
	}) => {
		await asAmal(page, site, language);
		await addBadr(page, language);

		await page.locator('section[aria-labelledby="move"] input[type="radio"]').first().check();
		await page.locator('#move-to').selectOption({ label: 'Badr' });
		await page.getByRole('button', { name: say.move, exact: true }).click();
		await expect(page.getByText(say.moved)).toBeVisible();
		await expect(data(page)).toContainText(say.one);

		const other = await context.newPage();
		await other.goto(`${site}${language}/settings/`);
		await expect(data(other)).toContainText(say.one);
		const reloaded = other.waitForEvent('load');
		await page.getByRole('button', { name: say.switch }).click();
		await reloaded;
		for (const tab of [page, other]) {
			await expect(tab.locator('li[aria-current] .who bdi')).toHaveText('Badr');
			await expect(data(tab)).toContainText(say.one);
		}

		await page.getByRole('button', { name: say.eraseMine }).click();
		const dialog = page.getByRole('dialog', { name: say.eraseAsk });
		await expect(dialog).toBeVisible();
		await dialog.getByRole('button', { name: say.eraseNow }).click();
		for (const tab of [page, other]) {
			await expect(learners(tab)).toHaveText(['Amal']);
			await expect(data(tab)).toContainText(say.one);
		}
	});

	test(`a backup is restored on another device, with a passphrase and without, twice (${language})${shortlyIn('ar', language)}`, async ({
		page,
		browser,
		site
	}) => {
		await asAmal(page, site, language);
		const plain = await backup(page, language);
		const locked = await backup(page, language, 'سبع بقرات سمان');
		await elsewhere(browser, async (context) => {
			const device = await context.newPage();
			await device.goto(`${site}${language}/settings/`);
			await expect(data(device)).toContainText(say.none);
			for (const file of [locked, plain]) {
				await choose(device, file);
				if (file === locked) {
					await device.getByLabel(say.locked).fill('ثماني بقرات');
					await device.getByRole('button', { name: say.unlock }).click();
					await expect(device.getByText(say.wrong)).toBeVisible();
					await device.getByLabel(say.locked).fill('سبع بقرات سمان');
					await device.getByRole('button', { name: say.unlock }).click();
				}
				await device.getByRole('button', { name: say.restore, exact: true }).click();
				await expect(device.getByText(say.done)).toBeVisible();
				await expect(data(device)).toContainText(say.two);
				await expect(learners(device)).toHaveText(['Amal']);
			}
		});
	});

	test(`a file that cannot be restored says why, and changes nothing (${language})${shortlyIn('en', language)}`, async ({
		page,
		site
	}) => {
		await asAmal(page, site, language);
		const file = await backup(page, language);
		const [line, body] = file.split('\n') as [string, string];
		const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 'a')).toString('base64url');
		for (const [content, problem] of [
			[file.slice(0, -60), say.damaged],
			['%PDF-1.7', say.notOne],
			[`${line.replace('exosome-therapy', 'botany')}\n${body}`, say.otherCourse],
			[`${line}\n${bomb}`, /./]
		] as const) {
			await choose(page, content);
			await expect(page.locator('section[aria-labelledby="restore"] [role="alert"]')).toContainText(
				problem
			);
			await expect(data(page)).toContainText(say.two);
		}
	});
}

test('a second device asks whether it is the same person, and joins the two histories', async ({
	page,
	browser,
	site
}) => {
	await asAmal(page, site, 'en');
	const file = await backup(page, 'en');
	await elsewhere(browser, async (context) => {
		const device = await context.newPage();
		await startQuiz(device, site, 'en', lesson);
		await device.getByRole('button', { name: 'Flag for later' }).click();
		await saved(device);
		await device.goto(`${site}en/settings/`);
		await choose(device, file);
		const restore = device.getByRole('button', { name: 'Restore', exact: true });
		await expect(restore).toBeDisabled();
		await device.getByLabel(/Yes, I am .?Amal.?: join the histories/).check();
		await restore.click();
		await expect(device.getByText(words.en.done)).toBeVisible();
		await expect(data(device)).toContainText('3 attempts, 2 answers checked.');
		await expect(learners(device)).toHaveText(['Amal']);
	});
});

test('where several learn, it is asked who is there at the start and after fifteen idle minutes', async ({
	page,
	context,
	site
}) => {
	await asAmal(page, site, 'en');
	await addBadr(page, 'en');
	const who = (page: Page) => page.getByRole('dialog', { name: words.en.who });
	await page.reload();
	await expect(learners(page)).toHaveText(['Amal', 'Badr']);
	await expect(who(page)).toBeHidden();
	await page.close();

	// Whoever comes later starts a visit of her own.
	const later = await context.newPage();
	await later.clock.install({ time: now + 600_000 });
	await later.goto(`${site}en/`);
	await expect(who(later)).toBeVisible();
	await later.keyboard.press('Escape');
	await expect(who(later)).toBeVisible();
	await who(later).getByRole('button', { name: 'Amal' }).click();
	await expect(who(later)).toBeHidden();
	await later.clock.fastForward(14 * 60_000);
	await expect(who(later)).toBeHidden();
	await later.clock.fastForward(70_000);
	await expect(who(later)).toBeVisible();
	const reloaded = later.waitForEvent('load');
	await who(later).getByRole('button', { name: 'Badr' }).click();
	await reloaded;
	await expect(who(later)).toBeHidden();
	await expect(later.getByText('Start the first lesson')).toBeVisible();
});

test('a name is asked for when a second person comes, and not before', async ({ page, site }) => {
	await startQuiz(page, site, 'en', lesson);
	await page.getByRole('button', { name: 'Flag for later' }).click();
	await saved(page);
	await page.goto(`${site}en/settings/`);
	await expect(learners(page)).toHaveText(['Learner without a name']);
	await page.getByRole('button', { name: 'Add a person' }).click();
	await page.getByLabel('Name of the new person').fill('Badr');
	await page.getByRole('button', { name: 'Add a person' }).click();
	await expect(page.getByText('Please enter a name')).toBeVisible();
	await page.getByLabel('Your own name').fill('آمال');
	await page.getByRole('button', { name: 'Add a person' }).click();
	await expect(learners(page)).toHaveText(['آمال', 'Badr']);
});

test('the first name on a new device is that of who is here', async ({ page, site }) => {
	await page.goto(`${site}en/settings/`);
	await expect(page.locator('[data-persisted]')).toBeVisible();
	await page.getByRole('button', { name: 'Add a person' }).click();
	await page.getByLabel('Name of the new person').fill('Amal');
	await page.getByRole('button', { name: 'Add a person' }).click();
	await expect(learners(page)).toHaveText(['Amal']);
	await expect(page.getByText('Learning now')).toBeVisible();
	await page.getByRole('button', { name: 'Add a person' }).click();
	await page.getByLabel('Name of the new person').fill('Badr');
	await page.getByRole('button', { name: 'Add a person' }).click();
	await expect(learners(page)).toHaveText(['Amal', 'Badr']);
});
