import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { randomFrom } from '../../../src/lib/quiz/random';
import { handInsTo } from '../hand-ins';
import { expect, test } from '../site';
import {
	acceptOffer,
	collectLines,
	fillForm,
	keepForm,
	messages,
	openLink,
	takeTest,
	toHandIn,
	type Desk
} from '../trainer-steps';
import { startKillable, type KillableBrowser } from './killable-browser';

/** At each of three moments. */
const kills = 5;
const seed = process.env.CRASH_SEED ?? String(Date.now() % 1e6);
const language = 'en';
const say = messages(language, 'assignment');

/** One profile folder through the lives of many browsers. */
class Lives {
	browser: KillableBrowser | null = null;
	readonly random = randomFrom(seed);

	constructor(
		readonly profile: string,
		readonly site: string
	) {}

	async desk(): Promise<Desk> {
		this.browser ??= await startKillable(this.profile);
		return { page: this.browser.page, site: this.site, language };
	}

	/** Does it while the browser is killed up to so many milliseconds after it began; what it had come to by then. */
	async killedIn<T>(most: number, first: T, act: (tell: (told: T) => void) => Promise<void>) {
		let told = first;
		const browser = this.browser!;
		const timer = setTimeout(() => void browser.kill(), this.random() * most);
		try {
			await act((news) => (told = news));
		} catch (error) {
			if (!browser.killed) throw error;
		} finally {
			clearTimeout(timer);
			await browser.kill();
			this.browser = null;
		}
		return told;
	}
}

/** Looks again and again, until the browser is killed, and tells each time. */
async function watch<T>(page: Page, look: () => Promise<T>, tell: (told: T) => void) {
	for (;;) {
		tell(await look());
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
	}
}

let profile: string;
let lives: Lives;
test.beforeEach(async ({ site }) => {
	profile = await mkdtemp(join(tmpdir(), 'durus-lives-'));
	lives = new Lives(profile, site);
	test.setTimeout(180_000 + kills * 60_000);
});
test.afterEach(async () => {
	console.log(`CRASH_SEED=${seed}`);
	await lives.browser?.kill();
	await rm(profile, { recursive: true, force: true });
});

/** The group's link of a new assignment; its trainer puts the backup off. */
async function given(desk: Desk): Promise<string> {
	await fillForm(desk);
	await keepForm(desk);
	const later = desk.page.getByRole('button', {
		name: messages(language, 'trainer')('send.later'),
		exact: true
	});
	const link = desk.page.locator('#group-link');
	await expect(later.or(link).first()).toBeVisible();
	if (await later.isVisible()) await later.click();
	await expect(link).toHaveValue(/#a=/);
	return link.inputValue();
}

test(`the browser is killed while an assignment is accepted, and while it is handed in: what was said to be so is so (${kills} times) @all`, async ({
	site
}) => {
	const desk = await lives.desk();
	const links: string[] = [];
	for (let made = 0; made < kills; made++) links.push(await given(desk));
	// Only what its transaction holds for good counts here; where a page is closed orderly all of it does.
	for (const link of links) {
		const { page, ...place } = await lives.desk();
		await openLink({ page, ...place }, link);
		const name = page.locator('#assignment-name');
		await expect(page.getByRole('button', { name: say('assignment.accept') })).toBeVisible();
		if (await name.isVisible()) await name.fill('Mariam Saleh');
		const title = await page.locator('h1').innerText();
		const accepted = await lives.killedIn(400, false, async (tell) => {
			await page.getByRole('button', { name: say('assignment.accept'), exact: true }).click();
			await watch(page, () => page.getByText(say('assignment.accepted')).isVisible(), tell);
		});
		const again = await lives.desk();
		await openLink(again, link);
		const offer = again.page.getByText(say('assignment.same'));
		const button = again.page.getByRole('button', { name: say('assignment.accept'), exact: true });
		await expect(button).toBeVisible();
		const unnamed = again.page.locator('#assignment-name');
		if (await unnamed.isVisible()) await unnamed.fill('Mariam Saleh');
		if (accepted) await expect(offer, `“${title}” was said to be accepted`).toBeVisible();
		await acceptOffer(again);
		await again.page.goto(`${site}${language}/assignment/`);
		await expect(again.page.locator('main li a')).toHaveCount(links.indexOf(link) + 1);
	}

	const home = await lives.desk();
	await takeTest(home);
	await toHandIn(home);
	const address = home.page.url();
	for (let life = 0; life < kills; life++) {
		const { page } = await lives.desk();
		await page.goto(address);
		const button = page.getByRole('button', { name: say('assignment.handIn.download') });
		await expect(button).toBeEnabled();
		const sent = await lives.killedIn(300, false, async (tell) => {
			await button.click();
			await watch(page, () => page.locator('[data-state="sent"]').isVisible(), tell);
		});
		const again = await lives.desk();
		await again.page.goto(address);
		await expect(again.page.locator('[data-state]').filter({ hasText: /./ })).toBeVisible();
		if (sent) await expect(again.page.locator('[data-state="sent"]')).toBeVisible();
		else
			await expect(again.page.locator('[data-state]')).toHaveAttribute(
				'data-state',
				/sent|not-handed-in/
			);
	}
});

test(`the browser is killed while hand-ins are collected: none is lost, none is there twice, and the next collecting goes on (${kills} times) @all`, async ({
	site
}) => {
	const count = 40 * kills;
	const desk = await lives.desk();
	const link = await given(desk);
	const course = (await desk.page.locator('html').getAttribute('data-course'))!;
	const files: string[] = [];
	for await (const text of handInsTo(site, course, link, count)) {
		files.push(join(profile, `hand-in-${files.length}.txt`));
		await writeFile(files.at(-1)!, text);
	}
	let told = 0;
	for (let life = 0; life <= kills; life++) {
		const { page } = await lives.desk();
		await page.goto(`${site}${language}/trainer/collect/`);
		await expect(page.locator('#collect-file')).toBeEnabled();
		const kept = await handInsIn(page);
		expect(kept.length, 'what was said to be taken in').toBeGreaterThanOrEqual(told);
		expect(new Set(kept).size, 'each is there once').toBe(kept.length);
		if (life === kills) break;
		told = await lives.killedIn(1500, 0, async (tell) => {
			await page.locator('#collect-file').setInputFiles(files);
			await watch(page, () => takenIn(page), tell);
		});
	}
	const { page } = await lives.desk();
	await page.locator('#collect-file').setInputFiles(files);
	await expect(page.locator('#collect-receipt')).toBeVisible({ timeout: 120_000 });
	expect(new Set(await handInsIn(page)).size).toBe(count);
	expect(await handInsIn(page)).toHaveLength(count);
});

/** Ids of the learners whose hand-ins the trainer's database holds. */
const handInsIn = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const name = `${document.documentElement.dataset.prefix!}:trainer`;
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error!);
			});
		const database = await done(indexedDB.open(name));
		const rows = await done(database.transaction('handIns').objectStore('handIns').getAll());
		database.close();
		return (rows as { learner: string }[]).map(({ learner }) => learner);
	});

/** How many hand-ins the page shows as taken in; it shows a page of them at a time. */
const takenIn = (page: Page): Promise<number> =>
	collectLines(page).and(page.locator('.taken')).count();
