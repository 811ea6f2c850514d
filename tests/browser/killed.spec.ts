import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { answerRight, shownQuestion } from './answering';
import { chromiumArguments } from './chromium';
import { expect, poolOf, saved, test } from './site';

const lesson = 'meet-the-messengers';

/** A browser of our own, so that its process can be killed: profile folder => the browser and the process. */
async function startBrowser(profile: string): Promise<{ browser: Browser; process: ChildProcess }> {
	const port = join(profile, 'DevToolsActivePort');
	await rm(port, { force: true });
	const child = spawn(
		process.env.BROWSER_PATH!,
		[
			...chromiumArguments,
			'--headless=new',
			'--no-first-run',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ stdio: 'ignore', detached: true }
	);
	let address: string | undefined;
	await expect(async () => {
		const [number] = (await readFile(port, 'utf8')).split('\n');
		address = `http://127.0.0.1:${number}`;
		expect(Number(number)).toBeGreaterThan(0);
	}).toPass();
	return { browser: await chromium.connectOverCDP(address!), process: child };
}

/** Kills the browser and every process that it started, at once. */
async function kill({
	browser,
	process: child
}: Awaited<ReturnType<typeof startBrowser>>): Promise<void> {
	const ended = new Promise((resolve) => child.once('exit', resolve));
	process.kill(-child.pid!, 'SIGKILL');
	await ended;
	await browser.close().catch(() => {});
}

/** Kind of the question that is shown and all that is entered in it. */
const entered = (page: Page) =>
	page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLInputElement>('form :is(input, select), form .items .text')
		].map((field) =>
			['radio', 'checkbox'].includes(field.type)
				? [field.value, field.checked]
				: [field.id, field.value]
		)
	);

test('ten times the browser is killed right after the screen said saved, and nothing is missing', async ({
	site
}) => {
	test.setTimeout(300_000);
	const pool = await poolOf(site, lesson);
	const profile = await mkdtemp(join(tmpdir(), 'durus-killed-'));
	let running = await startBrowser(profile);
	try {
		for (let run = 0; run < 10; run++) {
			let page =
				running.browser.contexts()[0]!.pages()[0] ??
				(await running.browser.contexts()[0]!.newPage());
			await page.goto(`${site}en/lessons/${lesson}/quiz/`);
			// The first run starts an attempt, the others go on with it; every other run ends by checking its answer.
			if (run === 0) await page.locator('button[data-early="start"]').click();
			await expect(page.locator('form .prompt')).toBeVisible();
			await page.locator(`nav li:nth-child(${(run % 8) + 1}) button`).click();
			await expect(page.locator(`form [id="q${run % 8}-prompt"]`)).toBeVisible();
			const question = await shownQuestion(page, pool);
			if (!(await page.locator('[data-forward]').isVisible())) {
				await answerRight(page, question);
				if (run % 2) await page.locator('form button[type="submit"]').click();
				if (run % 2) await expect(page.locator('.panel.right')).toBeVisible();
			}
			await saved(page);
			const before = await entered(page);
			await kill(running);

			running = await startBrowser(profile);
			page =
				running.browser.contexts()[0]!.pages()[0] ??
				(await running.browser.contexts()[0]!.newPage());
			await page.goto(`${site}en/lessons/${lesson}/quiz/`);
			await expect(
				page.locator(`form [id="q${run % 8}-prompt"]`),
				`run ${run}: the same question`
			).toBeVisible();
			expect((await shownQuestion(page, pool)).id).toBe(question.id);
			await expect(async () => expect(await entered(page)).toEqual(before)).toPass({
				timeout: 10_000
			});
			if (run % 2) await expect(page.locator('.panel.right')).toBeVisible();
		}
	} finally {
		await kill(running).catch(() => {});
		await rm(profile, { recursive: true, force: true }).catch(() => {});
	}
});
