import { describe, expect, it } from 'vitest';
import { exampleQuestion } from '#lib/progress/examples';
import type { Store } from '#lib/store/store';
import { CheckSession } from './check-session.svelte';
import { HeldStore } from './examples';

const question = exampleQuestion('single');
const checkOn = (store: Store) => new CheckSession(question, async () => store);
const right = { chosen: 'right' };
const wrong = { chosen: 'wrong' };

/** An answer that was checked on an earlier visit. */
async function answered(store: Store, response: unknown) {
	const check = checkOn(store);
	check.respond(response);
	check.check();
	check.close();
	await check.saves.settled();
}

describe('a "check yourself" question', () => {
	it('is explained when it is checked, whatever was chosen, and kept without counting', async () => {
		const store = new HeldStore();
		const check = checkOn(store);
		check.respond(wrong);
		expect(check.feedback).toBeNull();
		check.check();
		expect([check.feedback?.outcome, check.feedback?.correct]).toEqual(['wrong', right]);
		await check.saves.settled();
		const { attempts, responses, events } = await store.history();
		expect([attempts, responses]).toEqual([[], []]);
		expect(events).toMatchObject([
			{ type: 'check-answered', lesson: 'cells', question: 'single', earned: 0, possible: 1 }
		]);
	});

	it('says what is missing, and keeps nothing then', async () => {
		const store = new HeldStore();
		const check = checkOn(store);
		check.check();
		expect([check.missing, check.feedback]).toEqual(['nothing-chosen', null]);
		check.respond(right);
		expect(check.missing).toBeNull();
		await check.saves.settled();
		expect((await store.history()).events).toEqual([]);
	});

	it('is kept once, however often Check is pressed, and can be tried again', async () => {
		const store = new HeldStore();
		const check = checkOn(store);
		check.respond(wrong);
		check.check();
		check.check();
		check.again();
		expect([check.response, check.feedback]).toEqual([{ chosen: null }, null]);
		check.respond(right);
		check.check();
		await check.saves.settled();
		expect((await store.history()).events).toHaveLength(2);
	});

	it('shows the answer of an earlier visit, the last of them', async () => {
		const store = new HeldStore();
		await answered(store, right);
		await answered(store, wrong);
		const check = checkOn(store);
		await check.open();
		expect([check.response, check.feedback?.outcome]).toEqual([wrong, 'wrong']);
	});

	it('shows no answer to another question or lesson, nor one that the question no longer knows', async () => {
		const store = new HeldStore();
		const event = { type: 'check-answered', kindVersion: 1, earned: 0, possible: 1 } as const;
		for (const [id, part] of [
			['1', { lesson: 'cells', question: 'other', response: right }],
			['2', { lesson: 'genes', question: 'single', response: right }],
			['3', { lesson: 'cells', question: 'single', response: { chosen: 'gone' } }]
		] as const)
			await store.addEvent({ id, ...event, ...part });
		const check = checkOn(store);
		await check.open();
		expect([check.response, check.feedback]).toEqual([{ chosen: null }, null]);
	});

	it('never puts an earlier answer over one that was entered meanwhile', async () => {
		const store = new HeldStore();
		await answered(store, wrong);
		const check = checkOn(store);
		const opening = check.open();
		check.respond(right);
		await opening;
		expect([check.response, check.feedback]).toEqual([right, null]);
	});
});
