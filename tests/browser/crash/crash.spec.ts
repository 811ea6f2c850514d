import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Question } from '../../../src/lib/quiz/question';
import { randomFrom } from '../../../src/lib/quiz/random';
import { promptedBy } from '../answering';
import { expect, languages, poolOf, test } from '../site';
import { keptIn } from './kept';
import { startKillable, type KillableBrowser } from './killable-browser';
import { Ledger } from './ledger';
import { nextStep } from './next-step';
import { lookAt, type View } from './view';

const lesson = 'meet-the-messengers';
const kills = Number(process.env.KILLS ?? 20);
/** CRASH_SEED repeats what is pressed and when the kills come, as far as the machine keeps its pace. */
const seed = process.env.CRASH_SEED ?? String(Date.now() % 1e6);

/** What of a question a reload must show as it was, in either language. */
const asLeft = ({ index, done, checkable, fields, panels }: View) => ({
	index,
	done,
	checkable,
	fields,
	panels
});

/** Looks until there is something to press. */
async function settledView(page: Page): Promise<View> {
	for (const until = Date.now() + 15_000; ;) {
		const view = await lookAt(page);
		if (view.at !== 'nowhere') return view;
		if (Date.now() > until) throw new Error(`Nothing to press at ${page.url()}`);
	}
}

/** Opens the quiz, compares the database with the ledger, and the screen with what was there before the kill. */
async function goOn(page: Page, address: string, ledger: Ledger): Promise<void> {
	const before = ledger.view;
	await page.goto(address, { waitUntil: 'domcontentloaded' });
	const kept = await keptIn(page);
	ledger.compare(kept);
	const last = kept.at(-1);
	if (!last || last.ended) return;
	await expect(page.locator(`form [id="q${last.opened}-prompt"]`)).toBeVisible();
	if (before?.at === 'question')
		await expect(async () =>
			expect(asLeft(await lookAt(page)), 'the question as it was left').toEqual(asLeft(before))
		).toPass({ timeout: 10_000 });
}

/** Presses at random until the browser is killed: 0 to 2 s after the first press, or in the moment of a "saved". */
async function liveAndDie(
	browser: KillableBrowser,
	ledger: Ledger,
	pool: ReadonlyMap<string, Question>,
	random: () => number
): Promise<void> {
	const { page } = browser;
	const delay = random() < 0.7 ? random() * 2000 : null;
	const presses = 1 + Math.floor(random() * 8);
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		for (let pressed = 0; ; pressed++) {
			const view = await settledView(page);
			const news = view.saved && ledger.calledSaved(view);
			if (delay === null && news && pressed >= presses) return await browser.kill();
			const question = view.at === 'question' ? promptedBy(view.prompt, pool) : null;
			const step = nextStep(view, ledger.expected(), question, random);
			ledger.done(step);
			await step.press(page);
			if (delay !== null) timer ??= setTimeout(() => void browser.kill(), delay);
		}
	} catch (error) {
		if (!browser.killed) throw error;
	} finally {
		clearTimeout(timer);
	}
}

/*
 * SIGKILL leaves the operating system's buffers whole, so that this would pass with writes of relaxed durability too:
 * that every write asks for a strict one, and that "saved" waits for its `complete`, is asserted in durability.spec.ts.
 */
test(`${kills} times the browser is killed in the middle of a quiz, and nothing called saved is missing or there twice`, async ({
	site
}) => {
	test.setTimeout(60_000 + kills * 30_000);
	const pool = await poolOf(site, lesson);
	const profile = await mkdtemp(join(tmpdir(), 'durus-crash-'));
	const ledger = new Ledger();
	let browser: KillableBrowser | undefined;
	try {
		for (let life = 0; life <= kills; life++) {
			// Of each life its own: how far the one before came is the machine's affair.
			const random = randomFrom(`${seed} ${life}`);
			const language = languages[Math.floor(random() * languages.length)]!;
			browser = await startKillable(profile);
			await test.step(`life ${life} of seed ${seed}`, async () => {
				await goOn(browser!.page, `${site}${language}/lessons/${lesson}/quiz/`, ledger);
				if (life < kills) await liveAndDie(browser!, ledger, pool, random);
			});
		}
	} finally {
		console.log(`CRASH_SEED=${seed}: ${ledger.summary()}`);
		await browser?.kill().catch(() => {});
		await rm(profile, { recursive: true, force: true }).catch(() => {});
	}
	// Otherwise nothing was put to the test.
	expect(ledger.claims).toBeGreaterThan(kills / 4);
});
