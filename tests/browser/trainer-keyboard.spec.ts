import { focused, tabTo, type Focus } from './focus';
import { alive } from './screens';
import { expect, languages, test } from './site';
import { collectLines, downloaded, messages, openLink, takeTest, toHandIn } from './trainer-steps';

const withId =
	(id: string) =>
	(focus: Focus): boolean =>
		focus.id === id;
const button =
	(words: string) =>
	({ tag, text }: Focus): boolean =>
		tag === 'BUTTON' && text.startsWith(words);

for (const language of languages)
	test(`an assignment is given, accepted, handed in and collected by keyboard alone (${language}) @all`, async ({
		page,
		site
	}) => {
		const say = messages(language, 'trainer');
		const sayStudent = messages(language, 'assignment');
		const sayReport = messages(language, 'report');
		await page.goto(`${site}${language}/trainer/`);
		await alive(page);
		await tabTo(page, ({ tag, text }) => tag === 'A' && /80/.test(text));
		await page.keyboard.press('Enter');
		await expect(page.locator('#title')).not.toHaveValue('');
		await tabTo(page, withId('trainerName'));
		// What is missing is said where it is missing.
		await page.keyboard.press('Enter');
		await expect(page.locator('#trainerName')).toBeFocused();
		await page.keyboard.type('Dr Layla');
		await tabTo(page, button(say('give.preview')));
		await page.keyboard.press('Enter');
		await expect(page.locator('dialog[open]')).toBeVisible();
		await page.keyboard.press('Escape');
		expect((await focused(page)).text).toBe(say('give.preview'));
		await tabTo(page, button(say('give.save')), 'Shift+Tab');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/trainer\/assignment\/#id=/);

		await tabTo(page, withId('first-backup-passphrase'));
		await page.keyboard.type('a long passphrase');
		await tabTo(page, withId('first-backup-again'));
		await page.keyboard.type('a long passphrase');
		await downloaded(page, () => page.keyboard.press('Enter'));
		await expect(page.locator('#group-link')).toHaveValue(/#a=/);
		// What was asked for has gone, and one goes on where it stood.
		await focused(page);
		await tabTo(page, withId('roster-text'));
		await page.keyboard.type('0417,Mariam Saleh,Clinic\n0418,Omar Haddad,Laboratory');
		await tabTo(page, button(say('roster.look')));
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: say('roster.understood') })).toBeFocused();
		await tabTo(page, button(say('roster.add')));
		await page.keyboard.press('Enter');
		await expect(page.getByText(say('roster.added'))).toBeVisible();
		await focused(page);
		await tabTo(page, button(say('roster.edit', { name: 'Mariam Saleh' })));
		await page.keyboard.press('Enter');
		await expect(page.locator('dialog[open]')).toBeVisible();
		await page.keyboard.press('Escape');
		await focused(page);

		await openLink({ page, site, language }, await page.locator('#group-link').inputValue());
		await expect(page.locator('#assignment-name')).toBeVisible();
		await tabTo(page, button(sayStudent('assignment.accept')));
		await page.keyboard.press('Enter');
		await expect(page.locator('#assignment-name')).toBeFocused();
		await page.keyboard.type('Mariam Saleh');
		await tabTo(page, withId('assignment-number'));
		await page.keyboard.type('0417');
		await page.keyboard.press('Enter');
		await expect(page.getByText(sayStudent('assignment.accepted'))).toBeVisible();
		await focused(page);
		// A quiz by keyboard alone is taken elsewhere.
		await takeTest({ page, site, language });
		await toHandIn({ page, site, language });
		await tabTo(page, button(sayStudent('assignment.handIn.download')));
		const file = await downloaded(page, () => page.keyboard.press('Space'));
		await expect(page.locator('[data-state="sent"]')).toBeVisible();
		await focused(page);

		await page.goto(`${site}${language}/trainer/collect/`);
		await alive(page);
		await expect(page.locator('#collect-file')).toBeEnabled();
		// Asked for first: the browser must know by then that no dialog is to open.
		const chooser = page.waitForEvent('filechooser');
		await tabTo(page, withId('collect-file'));
		await page.keyboard.press('Enter');
		await (await chooser).setFiles(file);
		await expect(collectLines(page)).toHaveCount(1);
		await focused(page);
		await tabTo(page, button(sayReport('collect.receiptMake')));
		await page.keyboard.press('Enter');
		await expect(page.locator('.link bdi')).toBeVisible();
		await focused(page);

		await page.goto(`${site}${language}/trainer/`);
		await expect(page.locator('main table a').first()).toBeVisible();
		await page.locator('main table a').first().focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('#ledger')).toBeVisible();
		await tabTo(page, ({ tag, text }) => tag === 'A' && text === say('given.report'));
		await page.keyboard.press('Enter');
		await expect(page.locator('#report-gradebook')).toBeVisible();
		await tabTo(page, ({ tag, text }) => tag === 'A' && text === 'Mariam Saleh');
		await page.keyboard.press('Enter');
		await expect(page.locator('main h2').first()).toBeFocused();
	});
