import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import {
	acceptOffer,
	addRoster,
	backUpFirst,
	collect,
	collectLines,
	fillForm,
	giveAssignment,
	handIn,
	keepForm,
	makeReceipt,
	messages,
	openLink,
	openReport,
	takeTest,
	toHandIn,
	type Desk
} from './trainer-steps';
import { expect, languages, shortlyIn, test, watch, type Language } from './site';

/** Two people with a browser each, who share nothing but what they send to one another. */
async function twoBrowsers(browser: Browser, site: string, language: Language, wrong: string[]) {
	const options = { acceptDownloads: true, serviceWorkers: 'allow' } as const;
	const theirs = await browser.newContext({
		...options,
		viewport: { width: 1280, height: 900 },
		permissions: ['clipboard-read', 'clipboard-write']
	});
	const own = await browser.newContext({ ...options, viewport: { width: 360, height: 740 } });
	await watch(theirs, wrong);
	await watch(own, wrong);
	const trainer: Desk = { page: await theirs.newPage(), site, language };
	const student: Desk = { page: await own.newPage(), site, language };
	return { trainer, student, close: () => Promise.all([theirs.close(), own.close()]) };
}

/** Makes an assignment of one lesson, with a roster; gives Mariam's personal link. */
async function assign(trainer: Desk): Promise<string> {
	const { page, site, language } = trainer;
	const say = messages(language, 'trainer');
	await fillForm(trainer);
	await keepForm(trainer);
	await addRoster(trainer);
	expect(await readFile(await backUpFirst(trainer), 'utf8')).not.toContain('Mariam');
	expect(await page.locator('#group-link').inputValue()).toContain(site);
	await page.getByRole('button', { name: say('send.makePersonal') }).click();
	await page.getByRole('button', { name: say('send.copyOf', { name: 'Mariam Saleh' }) }).click();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toMatch(/\/assignment\/#a=/);
	return link;
}

/** Accepts it, leaves the network once everything is there, takes the test, hands in; gives the file. */
async function work(student: Desk, link: string) {
	const { page, site, language } = student;
	await openLink(student, link);
	await expect(page.locator('#assignment-name')).toHaveValue('Mariam Saleh');
	expect(page.url(), 'the link is out of the address bar').not.toContain('#a=');
	await acceptOffer(student);
	await page.goto(`${site}${language}/`);
	await expect(page.locator('#assigned')).toBeVisible();
	await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 120_000 });
	await page.context().setOffline(true);
	return takeAndHandIn(student);
}

/** Gives the file, and the share of right answers. */
async function takeAndHandIn(student: Desk, meddle = async (_page: Page) => {}) {
	const { page } = student;
	const count = await takeTest(student);
	await toHandIn(student);
	await meddle(page);
	await page.reload();
	const file = await handIn(student);
	expect(file).toMatch(/\.txt$/);
	return { file, share: Math.round(((count - 1) / count) * 100) };
}

const mariam = ({ page }: Desk) =>
	page.locator('section[aria-labelledby="report-gradebook"] tr', { hasText: 'Mariam Saleh' });

for (const language of languages)
	test(`an assignment goes from a trainer to a student without a network and back, to the gradebook (${language})${shortlyIn('ar', language)}`, async ({
		browser,
		site,
		wrong
	}) => {
		const { trainer, student, close } = await twoBrowsers(browser, site, language, wrong);
		const { file, share } = await work(student, await assign(trainer));

		await collect(trainer, [file]);
		// The same file again is one hand-in.
		await trainer.page.locator('#collect-file').setInputFiles([file]);
		await expect(collectLines(trainer.page)).toHaveCount(2);
		await expect(collectLines(trainer.page).and(trainer.page.locator('.taken'))).toHaveCount(1);
		await openLink(student, await makeReceipt(trainer));
		await student.page.getByRole('button').last().click();
		await expect(student.page.locator('[data-state="received"]')).toBeVisible();

		await openReport(trainer);
		await expect(mariam(trainer)).toContainText(new RegExp(`${share}[\\s\u200e]*[%٪]`));
		await close();
	});

test('marks that were altered on the student’s device are found out', async ({
	browser,
	site,
	wrong
}) => {
	const { trainer, student, close } = await twoBrowsers(browser, site, 'en', wrong);
	await openLink(student, await giveAssignment(trainer));
	await student.page.locator('#assignment-name').fill('Mariam Saleh');
	await acceptOffer(student);
	// As somebody would who knows where marks are kept.
	const { file, share } = await takeAndHandIn(student, (page) =>
		page.evaluate(async () => {
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
		})
	);
	await collect(trainer, [file]);
	await openReport(trainer);
	await expect(mariam(trainer)).toContainText(`${share}%`);
	await mariam(trainer).getByRole('link').click();
	await expect(
		trainer.page.getByText(messages('en', 'report')('report.attemptNote.score-differs'))
	).toBeVisible();
	await close();
});
