import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { downloaded, messages, watched } from './trainer-steps';
import { expect, languages, poolOf, saved, shortlyIn, test, type Language } from './site';

const lesson = 'meet-the-messengers';
const roster =
	'Staff number,Name,Department\n0417,Mariam Saleh,Clinic\n0418,Omar Haddad,Laboratory';

/** Two people with a browser each, who share nothing but what they send to one another. */
async function twoBrowsers(browser: Browser, wrong: string[]) {
	const options = { acceptDownloads: true, serviceWorkers: 'allow' } as const;
	const trainer = await browser.newContext({
		...options,
		viewport: { width: 1280, height: 900 },
		permissions: ['clipboard-read', 'clipboard-write']
	});
	const student = await browser.newContext({ ...options, viewport: { width: 360, height: 740 } });
	await watched(trainer, wrong);
	await watched(student, wrong);
	return { trainer, student };
}

/** Makes and sends an assignment of one lesson; gives Mariam's personal link. */
async function assign(context: BrowserContext, site: string, language: Language): Promise<string> {
	const say = messages(language, 'trainer');
	const page = await context.newPage();
	await page.goto(`${site}${language}/trainer/`);
	await page.locator('.presets a[href*="#module="]').first().click();
	await expect(page.locator('#title')).not.toHaveValue('');
	// The module's lessons but the first are taken out again.
	const lessons = page.locator('fieldset .module').first().locator('li input');
	for (let index = (await lessons.count()) - 1; index > 0; index--)
		await lessons.nth(index).uncheck();
	await page.locator('#trainerName').fill('Dr Layla');
	await page.getByRole('button', { name: say('give.save'), exact: true }).click();
	await expect(page).toHaveURL(/trainer\/assignment\/#id=/);

	await page.locator('#roster-text').fill(roster);
	await page.getByRole('button', { name: say('roster.look') }).click();
	await page.getByRole('button', { name: say('roster.add'), exact: true }).click();
	await expect(page.getByText(say('roster.added'))).toBeVisible();

	await page.locator('#first-backup-passphrase').fill('a long passphrase');
	await page.locator('#first-backup-again').fill('a long passphrase');
	const file = await downloaded(page, () =>
		page.getByRole('button', { name: say('send.backup') }).click()
	);
	expect(await readFile(file, 'utf8')).not.toContain('Mariam');
	await expect(page.locator('#group-link')).toHaveValue(/\/assignment\/#a=/);
	expect(await page.locator('#group-link').inputValue()).toContain(site);
	await page.getByRole('button', { name: say('send.makePersonal') }).click();
	await page.getByRole('button', { name: say('send.copyOf', { name: 'Mariam Saleh' }) }).click();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toMatch(/\/assignment\/#a=/);
	await page.close();
	return link;
}

/** Accepts it, and leaves the network once everything is there. */
async function accept(page: Page, site: string, language: Language, link: string): Promise<void> {
	const say = messages(language, 'assignment');
	await page.goto(link.replace(/\/(en|ar)\/assignment/, `/${language}/assignment`));
	await expect(page.locator('#assignment-name')).toHaveValue('Mariam Saleh');
	expect(page.url(), 'the link is out of the address bar').not.toContain('#a=');
	await page.getByRole('button', { name: say('assignment.accept'), exact: true }).click();
	await expect(page.getByText(say('assignment.accepted'))).toBeVisible();
	await page.goto(`${site}${language}/`);
	await expect(page.locator('#assigned')).toBeVisible();
	await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 120_000 });
	await page.context().setOffline(true);
}

/** Takes the test, with the first answer wrong, from the home page. */
async function takeTest(page: Page, site: string, language: Language): Promise<number> {
	const pool = await poolOf(site, lesson);
	await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
	await expect(page.locator('[data-assignment]')).toBeVisible();
	await page.locator('button[data-early="start-test"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	const count = await page.locator('main nav li button').count();
	for (let number = 0; number < count; number++) {
		await expect(page.locator(`form [id="q${number}-prompt"]`)).toBeVisible();
		const question = await shownQuestion(page, pool);
		await (number === 0 ? answerWrong : answerRight)(page, question);
		await saved(page);
		await page.locator('form button[type="submit"]').click();
	}
	await page.locator('.actions .button').first().click();
	await expect(page.locator('.score')).toBeVisible();
	await page.locator('[data-assignment] a').click();
	await expect(page.locator('[data-state="not-handed-in"]')).toBeVisible();
	return count;
}

/** Hands in as a file, from the page of the assignment that is open. */
async function handIn(page: Page, language: Language): Promise<string> {
	const say = messages(language, 'assignment');
	await page.reload();
	await expect(page.locator('[data-state="not-handed-in"]')).toBeVisible();
	const file = await downloaded(page, () =>
		page.getByRole('button', { name: say('assignment.handIn.download') }).click()
	);
	expect(file).toMatch(/\.txt$/);
	await expect(page.locator('[data-state="sent"]')).toBeVisible();
	return file;
}

/** Collects files; gives the page. */
async function collect(
	context: BrowserContext,
	site: string,
	language: Language,
	files: string[]
): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${site}${language}/trainer/collect/`);
	await expect(page.locator('#collect-file')).toBeEnabled();
	await page.locator('#collect-file').setInputFiles(files);
	await expect(page.locator('section[aria-labelledby="collect-lines"] li.taken')).toHaveCount(1);
	return page;
}

for (const language of languages)
	test(`an assignment goes from a trainer to a student without a network and back, to the gradebook (${language})${shortlyIn('ar', language)}`, async ({
		browser,
		site,
		wrong
	}) => {
		const { trainer, student } = await twoBrowsers(browser, wrong);
		const link = await assign(trainer, site, language);
		const page = await student.newPage();
		await accept(page, site, language, link);
		const count = await takeTest(page, site, language);
		const file = await handIn(page, language);

		const say = messages(language, 'report');
		const desk = await collect(trainer, site, language, [file]);
		// The same file again is one hand-in.
		await desk.locator('#collect-file').setInputFiles([file]);
		await expect(desk.locator('section[aria-labelledby="collect-lines"] li')).toHaveCount(2);
		await expect(desk.locator('section[aria-labelledby="collect-lines"] li.taken')).toHaveCount(1);
		await desk.getByRole('button', { name: say('collect.receiptMake') }).click();
		const receipt = (await desk.locator('p.link bdi').innerText()).trim();
		await page.goto(receipt.replace(/\/(en|ar)\/assignment/, `/${language}/assignment`));
		await page.getByRole('button').last().click();
		await expect(page.locator('[data-state="received"]')).toBeVisible();

		await desk.goto(`${site}${language}/trainer/`);
		await desk.locator('main table a').first().click();
		await expect(desk.locator('#ledger')).toBeVisible();
		const row = desk.locator('section[aria-labelledby="ledger"] tbody tr');
		await expect(row).toHaveCount(2);
		await desk.getByRole('link', { name: messages(language, 'trainer')('given.report') }).click();
		const share = Math.round(((count - 1) / count) * 100);
		await expect(
			desk.locator('section[aria-labelledby="report-gradebook"] tr', { hasText: 'Mariam Saleh' })
		).toContainText(new RegExp(`${share}[\\s\u200e]*[%٪]`));
		await trainer.close();
		await student.close();
	});

test('marks that were altered on the student’s device are found out', async ({
	browser,
	site,
	wrong
}) => {
	const { trainer, student } = await twoBrowsers(browser, wrong);
	const link = await assign(trainer, site, 'en');
	const page = await student.newPage();
	await accept(page, site, 'en', link);
	const count = await takeTest(page, site, 'en');
	// As somebody would who knows where marks are kept.
	await page.evaluate(async () => {
		const name = document.documentElement.dataset.prefix!;
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error as Error);
		});
		const transaction = db.transaction(['responses', 'submissions'], 'readwrite');
		for (const table of ['responses', 'submissions']) {
			const store = transaction.objectStore(table);
			const rows = store.getAll();
			rows.onsuccess = () => {
				for (const row of rows.result as { earned: number; possible: number }[])
					store.put({ ...row, earned: row.possible, passed: true });
			};
		}
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		db.close();
	});
	const file = await handIn(page, 'en');
	const desk = await collect(trainer, site, 'en', [file]);
	await desk.goto(`${site}en/trainer/`);
	await desk.locator('main table a').first().click();
	await desk.getByRole('link', { name: messages('en', 'trainer')('given.report') }).click();
	const share = Math.round(((count - 1) / count) * 100);
	const row = desk.locator('section[aria-labelledby="report-gradebook"] tr', {
		hasText: 'Mariam Saleh'
	});
	await expect(row).toContainText(`${share}%`);
	await row.getByRole('link').click();
	await expect(
		desk.getByText(messages('en', 'report')('report.attemptNote.score-differs'))
	).toBeVisible();
	await trainer.close();
	await student.close();
});
