import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerRight, answerWrong, shownQuestion } from './answering';
import { expect, poolOf, saved, type Language } from './site';

/** The lesson that is assigned. */
export const lesson = 'meet-the-messengers';
export const roster =
	'Staff number,Name,Department\n0417,Mariam Saleh,Clinic\n0418,Omar Haddad,Laboratory';

/** A page of one person's browser, on this site and in this language. */
export interface Desk {
	readonly page: Page;
	readonly site: string;
	readonly language: Language;
}

/** A message of a table: 'send.copyOf', { name: 'Mariam' } => as the page says it, without the marks around a name. */
export function messages(language: Language, table: string) {
	const file = new URL(`../../src/lib/i18n/messages/${table}.${language}.json`, import.meta.url);
	const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	return (key: string, values: Record<string, string> = {}): string => {
		const found = key
			.split('.')
			.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], all);
		if (typeof found !== 'string') throw new Error(`There is no message ${key} in ${table}`);
		return found.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
	};
}

/** Presses, and gives the path of the file that the page offers, under the name that it gave it. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	const path = `test-results/downloads/${Date.now()}-${download.suggestedFilename()}`;
	await download.saveAs(path);
	return path;
}

/** Presses the button of these words. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Takes the first preset, down to the module's first lesson or up to all lessons; filled in but not kept. */
export async function fillForm(
	{ page, site, language }: Desk,
	which: 'first' | 'all' = 'first'
): Promise<void> {
	await page.goto(`${site}${language}/trainer/`);
	await page.locator('.presets a[href*="#module="]').first().click();
	await expect(page.locator('#title')).not.toHaveValue('');
	for (const [index, lesson] of (await page.locator('fieldset .module li input').all()).entries())
		await lesson.setChecked(which === 'all' || index === 0);
	await page.locator('#trainerName').fill('Dr Layla');
}

/** Keeps what the form says; ends on the page of the assignment. */
export async function keepForm({ page, language }: Desk): Promise<void> {
	await press(page, messages(language, 'trainer')('give.save'));
	await expect(page).toHaveURL(/trainer\/assignment\/#id=/);
}

/** Pastes the roster, has it understood, and adds it. */
export async function addRoster({ page, language }: Desk): Promise<void> {
	const say = messages(language, 'trainer');
	await page.locator('#roster-text').fill(roster);
	await press(page, say('roster.look'));
	await press(page, say('roster.add'));
	await expect(page.getByText(say('roster.added'))).toBeVisible();
}

/** Makes the backup that is asked for before the first sending; gives its path. */
export async function backUpFirst({ page, language }: Desk): Promise<string> {
	await page.locator('#first-backup-passphrase').fill('a long passphrase');
	await page.locator('#first-backup-again').fill('a long passphrase');
	const file = await downloaded(page, () =>
		press(page, messages(language, 'trainer')('send.backup'))
	);
	await expect(page.locator('#group-link')).toHaveValue(/\/assignment\/#a=/);
	return file;
}

/** An assignment of one lesson, ready to be sent; gives the group's link. */
export async function giveAssignment(desk: Desk): Promise<string> {
	await fillForm(desk);
	await keepForm(desk);
	await backUpFirst(desk);
	return desk.page.locator('#group-link').inputValue();
}

/** Opens a link as somebody who reads in this language. */
export const openLink = ({ page, language }: Desk, link: string) =>
	page.goto(link.replace(/\/(en|ar)\/assignment/, `/${language}/assignment`));

/** Accepts what is offered; ends on the page of the assignment. */
export async function acceptOffer({ page, language }: Desk): Promise<void> {
	const say = messages(language, 'assignment');
	await press(page, say('assignment.accept'));
	await expect(page.getByText(say('assignment.accepted'))).toBeVisible();
}

/** Takes the assigned test with the first answer wrong; gives the number of questions, and ends on the result. */
export async function takeTest({ page, site, language }: Desk): Promise<number> {
	const pool = await poolOf(site, lesson);
	await page.goto(`${site}${language}/lessons/${lesson}/quiz/`);
	await expect(page.locator('[data-assignment]').first()).toBeVisible();
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
	return count;
}

/** From the result to the page of the assignment, where it waits to be handed in. */
export async function toHandIn({ page }: Desk): Promise<void> {
	await page.locator('[data-assignment] a').first().click();
	await expect(page.locator('[data-state="not-handed-in"]')).toBeVisible();
}

/** Hands in as a file, from the page of the assignment; gives its path. */
export async function handIn({ page, language }: Desk): Promise<string> {
	const say = messages(language, 'assignment');
	const file = await downloaded(page, () => press(page, say('assignment.handIn.download')));
	await expect(page.locator('[data-state="sent"]')).toBeVisible();
	return file;
}

/** The files and folders that the collecting page was given, one line each. */
export const collectLines = (page: Page) =>
	page.locator('section[aria-labelledby="collect-lines"] li');

/** Collects files, until each is told of. */
export async function collect({ page, site, language }: Desk, files: string[]): Promise<void> {
	await page.goto(`${site}${language}/trainer/collect/`);
	await expect(page.locator('#collect-file')).toBeEnabled();
	await page.locator('#collect-file').setInputFiles(files);
	await expect(collectLines(page)).toHaveCount(files.length);
}

/** Makes the receipt of what was collected; gives its link. */
export async function makeReceipt({ page, language }: Desk): Promise<string> {
	await press(page, messages(language, 'report')('collect.receiptMake'));
	return (await page.locator('.link bdi').innerText()).trim();
}

/** Opens the report of the one assignment that there is. */
export async function openReport({ page, site, language }: Desk): Promise<void> {
	await page.goto(`${site}${language}/trainer/`);
	await page.locator('main table a').first().click();
	await expect(page.locator('#ledger')).toBeVisible();
	await page.getByRole('link', { name: messages(language, 'trainer')('given.report') }).click();
	await expect(page.locator('#report-gradebook')).toBeVisible();
}
