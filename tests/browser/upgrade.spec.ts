import { expect, saved, startQuiz, test } from './site';

const lesson = 'meet-the-messengers';

test('an old tab makes way for a newer version, reads what was saved, and keeps new answers in memory', async ({
	context,
	site,
	wrong
}) => {
	const old = await context.newPage();
	await startQuiz(old, site, 'en', lesson);
	await old.getByRole('button', { name: 'Flag for later' }).click();
	await saved(old);

	// A newer version of the app opens the database and changes it.
	const newer = await context.newPage();
	await newer.goto(`${site}404.html`);
	const reloaded = old.waitForEvent('load');
	await newer.evaluate(
		async (name) =>
			new Promise<void>((resolve, reject) => {
				const open = indexedDB.open(name, 10_000);
				open.onupgradeneeded = () => open.result.createObjectStore('later');
				open.onsuccess = () => {
					open.result.close();
					resolve();
				};
				open.onerror = () => reject(open.error as Error);
			}),
		await old.evaluate(() => document.documentElement.dataset.prefix!)
	);
	await reloaded;

	await expect(old.locator('form .prompt')).toBeVisible();
	await expect(old.locator('[aria-pressed="true"]'), 'what was saved is read').toBeVisible();
	await old.locator('.foot .forward').click();
	await expect(old.getByRole('alert')).toContainText('A newer version of this course is open');
	await expect(old.locator('[data-save="unsaved"]')).toBeVisible();
	const downloading = old.waitForEvent('download');
	await old.getByRole('button', { name: 'Download my answers' }).click();
	expect((await downloading).suggestedFilename()).toBe('durus-exosome-therapy.json');
	// The bare page of the newer version has no icon.
	wrong.splice(0, wrong.length, ...wrong.filter((line) => !/version|404/i.test(line)));
});
