import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../src/cli/serve.mjs';
import type { Listing } from '../../src/lib/offline/listing';
import { expect, test } from './site';

test.use({ serviceWorkers: 'allow' });

const build = process.env.BUILD_DIR ?? 'build-small';
let folder: string;
let large: { address: string; close: () => Promise<void> };
let small: typeof large;

test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'durus-large-'));
	await cp(build, folder, { recursive: true });
	// As if each file weighed a hundred times as much.
	const worker = join(folder, 'service-worker.js');
	const [head, ...code] = (await readFile(worker, 'utf8')).split('\n');
	const listing = JSON.parse(head!.slice(head!.indexOf('{'), -1)) as Listing;
	const files = listing.files.map((file) => ({ ...file, size: file.size * 100 }));
	const heavy = `self.durusListing=${JSON.stringify({ ...listing, files })};`;
	await writeFile(worker, [heavy, ...code].join('\n'));
	large = await serve(folder, { base: '/large' });
	small = await serve(build, { base: '/small' });
});
test.afterAll(async () => {
	await large.close();
	await small.close();
	await rm(folder, { recursive: true, force: true });
});

/** How many files are kept whose address holds these words. */
const keptIn = (page: Page, words = '') =>
	page.evaluate(async (words) => {
		const names = await caches.keys();
		const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return all.flat().filter(({ url }) => url.includes('?kept=') && url.includes(words)).length;
	}, words);

test('a large course is kept module by module: what was opened, what was asked for, until it is removed @small', async ({
	page,
	context,
	wrong
}) => {
	const site = large.address;
	await page.goto(`${site}en/lessons/brewing/`);
	await expect.poll(() => keptIn(page, 'brewing')).toBeGreaterThan(0);
	await page.goto(`${site}en/settings/`);
	const cup = page.locator('[data-module="cup"]');
	const leaf = page.locator('[data-module="leaf"]');
	await expect(cup).toHaveAttribute('data-kept', 'kept', { timeout: 60_000 });
	await expect(leaf).toHaveAttribute('data-kept', 'not-kept');
	await expect(leaf).toContainText('Not saved');

	await context.setOffline(true);
	await page.goto(`${site}ar/lessons/brewing/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	await page.goto(`${site}ar/lessons/one-plant/`);
	await expect(page.locator('[data-not-kept] h1')).toHaveText(
		'هذه الصفحة غير محفوظة على هذا الجهاز'
	);
	await expect(page.locator('main li a')).toHaveCount(1);
	// From page to page within the site it is the same.
	await page.goto(`${site}en/`);
	await page.locator('a.lesson[href*="one-plant"]').click();
	await expect(page.locator('[data-not-kept] h1')).toHaveText(
		'This page is not saved on this device'
	);
	await expect(page).toHaveURL(`${site}en/lessons/one-plant/`);

	await context.setOffline(false);
	await page.goto(`${site}en/settings/`);
	await leaf.getByRole('button').click();
	await expect(leaf).toHaveAttribute('data-kept', 'kept', { timeout: 60_000 });
	await cup.getByRole('button').click();
	await expect(cup).toHaveAttribute('data-kept', 'not-kept');
	await context.setOffline(true);
	await page.goto(`${site}ar/lessons/one-plant/`);
	await expect(page.locator('article')).toBeVisible();
	await page.goto(`${site}ar/lessons/brewing/`);
	await expect(page.locator('[data-not-kept]')).toBeVisible();
	// The browser reports the answers that say so, and nothing else is wrong.
	expect(wrong.filter((report) => !/503|ERR_/.test(report))).toEqual([]);
	wrong.length = 0;
});

test('with the data saver on nothing is kept without a tap @small', async ({ page, context }) => {
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
	);
	await page.goto(`${small.address}en/`);
	const line = page.locator('[data-offline]');
	await expect(line).toContainText('this browser saves data');
	expect(await keptIn(page)).toBe(0);
	await line.getByRole('button', { name: 'Save for offline' }).click();
	await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 });
	await context.setOffline(true);
	await page.goto(`${small.address}ar/lessons/brewing/`);
	await expect(page.locator('article')).toBeVisible();
});
