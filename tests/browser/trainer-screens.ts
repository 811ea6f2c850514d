import { alive, type Visit } from './screens';
import { expect } from './site';
import {
	acceptOffer,
	addRoster,
	backUpFirst,
	collect,
	fillForm,
	giveAssignment,
	handIn,
	keepForm,
	makeReceipt,
	messages,
	openLink,
	openReport,
	takeTest,
	toHandIn
} from './trainer-steps';

/** Everything a trainer sees up to the sending: the first visit, the form, its mistakes, the roster, the links, the keys. */
export async function* givingAndSending(visit: Visit): AsyncGenerator<string> {
	const { page, site, language } = visit;
	const say = messages(language, 'trainer');
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	await page.goto(`${site}${language}/trainer/`);
	await expect(page.locator('.empty')).toBeVisible();
	yield 'trainer, first visit';
	await page.goto(`${site}${language}/trainer/edit/`);
	await button(say('give.save')).click();
	await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
	yield 'form, with what is missing';
	await fillForm(visit);
	await button(say('give.preview')).click();
	await expect(page.locator('dialog[open]')).toBeVisible();
	yield 'form, preview';
	await page.keyboard.press('Escape');
	await keepForm(visit);
	await expect(page.locator('#first-backup-passphrase')).toBeVisible();
	yield 'assignment, before its first sending';
	await page.locator('#roster-text').fill('number,name\n7,\n,\n1,Mariam,x\n1,Mariam again');
	await button(say('roster.look')).click();
	await expect(page.locator('.cited').first()).toBeVisible();
	yield 'assignment, a list that is not clear';
	await page.reload();
	await addRoster(visit);
	await button(say('roster.edit', { name: 'Mariam Saleh' })).click();
	await expect(page.locator('dialog[open]')).toBeVisible();
	yield 'assignment, a person of the roster';
	await page.keyboard.press('Escape');
	await backUpFirst(visit);
	await button(say('send.makePersonal')).click();
	await expect(button(say('send.copyOf', { name: 'Omar Haddad' }))).toBeVisible();
	for (const summary of await page.locator('main summary').all()) await summary.click();
	yield 'assignment, ready to send';
	await page.goto(`${site}${language}/trainer/`);
	await expect(page.locator('main table a').first()).toBeVisible();
	yield 'trainer, with an assignment';
	await page.goto(`${site}${language}/trainer/keys/`);
	await expect(page.locator('.fingerprint')).toBeVisible();
	yield 'keys';
}

/** What a student sees of an assignment, and then its trainer: one browser plays both. */
export async function* acceptingAndCollecting(visit: Visit): AsyncGenerator<string> {
	const { page, site, language } = visit;
	const link = await giveAssignment(visit);
	await page.goto(`${site}${language}/assignment/`);
	await expect(page.locator('#add-text')).toBeVisible();
	yield 'assignments, none yet';
	await openLink(visit, link.slice(0, -20));
	await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
	yield 'assignments, a link that was cut';
	await openLink(visit, link);
	await expect(page.locator('#assignment-name')).toBeVisible();
	await page.locator('form button[type="submit"]').click();
	await expect(page.locator('#assignment-name')).toHaveAttribute('aria-invalid', 'true');
	for (const summary of await page.locator('main summary').all()) await summary.click();
	yield 'offer, without a name';
	await page.locator('#assignment-name').fill('Mariam Saleh');
	await page.locator('#assignment-number').fill('0417');
	await acceptOffer(visit);
	yield 'assignment, accepted';
	await page.goto(`${site}${language}/`);
	await expect(page.locator('#assigned')).toBeVisible();
	yield 'home, with an assignment';
	await page.goto(`${site}${language}/assignment/`);
	await expect(page.locator('#add-text')).toBeVisible();
	await expect(page.locator('main li a').first()).toBeVisible();
	yield 'assignments, one of them';
	await page.goto(`${site}${language}/lessons/meet-the-messengers/quiz/`);
	await expect(page.locator('[data-assignment]')).toBeVisible();
	yield 'quiz start, assigned';
	await takeTest(visit);
	yield 'result, assigned';
	await toHandIn(visit);
	yield 'assignment, to be handed in';
	const file = await handIn(visit);
	yield 'assignment, handed in';
	await collect(visit, [file, 'README.md']);
	await makeReceipt(visit);
	yield 'collecting, with a receipt';
	await openReport(visit);
	yield 'report, of one';
	await page.locator('section[aria-labelledby="report-gradebook"] th a').first().click();
	await expect(page.locator('main section h3').first()).toBeVisible();
	yield 'report, a learner';
}

/** The report of the sample class, with what can be opened in it, and its papers. */
export async function* sampleReport({ page, site, language }: Visit): AsyncGenerator<string> {
	await page.goto(`${site}${language}/trainer/report/#sample`);
	await alive(page);
	await expect(page.locator('#report-gradebook')).toBeVisible({ timeout: 60_000 });
	for (const summary of (await page.locator('main summary').all()).slice(0, 12))
		await summary.click();
	yield 'report, of the sample class';
	for (const paper of ['summary', 'certificates']) {
		await page.goto(`${site}${language}/trainer/report/#sample&paper=${paper}`);
		await expect(page.locator('main table, main article, main section').first()).toBeVisible({
			timeout: 60_000
		});
		yield `report, ${paper}`;
	}
}
