import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { History, Records } from '#lib/progress/record';
import { historyIn } from './belonging';
import {
	exampleAttempt,
	exampleContext,
	exampleQuestions,
	exampleResponse,
	exampleSession,
	newId
} from './examples';
import { anyRecords, sorted } from './examples-of-records';
import { ownLearner, type Learners } from './learners';
import type { Store } from './store';
import type { Contract } from './store-contract';

const namesIn = ({ learners }: Learners) => learners.map(({ name }) => name);
const counts = (records: Records | History) => [
	records.attempts.length,
	records.responses.length,
	records.submissions.length
];

/** A store with two profiles, each with an attempt; the second is the current one. */
async function two(store: Store) {
	const first = await exampleSession(store);
	const { id: amal } = (await store.nameProfile('Amal')).record;
	const { id: badr } = (await store.addProfile('Badr')).record;
	expect(await store.switchProfile(badr)).toBe(true);
	const second = await exampleSession(store);
	return { amal, badr, first, second };
}

/** What every store must do with the profiles of several people. */
export function describeProfiles(title: string, { open, durable, shared, oneProfile }: Contract) {
	const fresh = async () => open(exampleContext());

	if (oneProfile) {
		it(`${title}: refuses what would be gone with the page`, async () => {
			const store = await fresh();
			const id = await exampleSession(store);
			const { id: profile } = await store.profile();
			await expect(store.addProfile('Badr')).rejects.toHaveProperty('name', 'StoreError');
			await expect(store.switchProfile(profile)).rejects.toHaveProperty('name', 'StoreError');
			await expect(store.eraseProfile(profile)).rejects.toHaveProperty('name', 'StoreError');
			expect((await store.attempt(id))!.responses).toHaveLength(2);
			expect((await store.profiles()).learners).toHaveLength(1);
		});
		return;
	}

	describe(`${title}: profiles`, () => {
		it('are none before one is needed', async () => {
			const store = await fresh();
			expect(await store.profiles()).toMatchObject({ learners: [], current: null, own: null });
		});

		it('are added, named and switched, each with a history and settings of its own', async () => {
			const store = await fresh();
			const { amal, badr, first, second } = await two(store);
			const told = await store.profiles();
			expect([namesIn(told), told.current, told.own]).toEqual([['Amal', 'Badr'], badr, badr]);
			expect((await store.history()).attempts.map(({ id }) => id)).toEqual([second]);
			await store.setPreference('digits', 'latn');
			expect((await store.nameProfile('آمال', amal)).durable).toBe(durable);
			await store.switchProfile(amal);
			expect(await store.profile()).toMatchObject({ id: amal, name: 'آمال' });
			expect((await store.history()).attempts.map(({ id }) => id)).toEqual([first]);
			expect((await store.preferences()).map(({ value }) => value)).toEqual(['arab']);
			expect((await store.latestAttempt('meet-the-messengers'))!.id).toBe(first);
			expect([await store.attempt(second), (await store.attempt(first))!.attempt.id]).toEqual([
				null,
				first
			]);
			expect(await store.switchProfile('nobody')).toBe(false);
			expect(ownLearner(await store.profiles())).toMatchObject({ id: amal, name: 'آمال' });
		});

		it('of one person are one learner, with one history and the last setting of each name', async () => {
			const store = await fresh();
			const { amal, badr } = await two(store);
			const { record: third } = await store.addProfile('Celine');
			await store.setPreference('digits', 'latn');
			const before = sorted(await store.records());
			await store.addEvent({ id: newId(), type: 'alias', of: amal });
			const { learners } = await store.profiles();
			expect(learners).toEqual([
				{ id: badr, name: 'Badr', profiles: [amal, badr] },
				{ id: third.id, name: 'Celine', profiles: [third.id] }
			]);
			expect(counts(await store.history())).toEqual([2, 4, 2]);
			expect((await store.preferences()).map(({ value }) => value)).toEqual(['latn']);
			await store.switchProfile(amal);
			expect(counts(await store.history())).toEqual([2, 4, 2]);
			const after = sorted(await store.records());
			expect({ ...after, events: [] }, 'nothing is rewritten').toEqual({ ...before, events: [] });
		});

		it('give an attempt up to the one it is moved to, whole, and the last move counts', async () => {
			const store = await fresh();
			const { amal, badr, second } = await two(store);
			const move = (to: string) =>
				store.addEvent({ id: newId(), type: 'attempt-moved', attempt: second, to });
			await move(amal);
			expect(counts(await store.history())).toEqual([0, 0, 0]);
			expect([
				await store.attempt(second),
				await store.latestAttempt('meet-the-messengers')
			]).toEqual([null, null]);
			await store.switchProfile(amal);
			const history = await store.history();
			expect(counts(history)).toEqual([2, 4, 2]);
			expect(history.events.map(({ type }) => type)).toEqual(['hint-shown', 'hint-shown']);
			expect((await store.attempt(second))!.drafts).toHaveLength(1);
			await store.addResponse(exampleResponse(second));
			await move(badr);
			await store.switchProfile(badr);
			expect(counts(await store.history())).toEqual([1, 3, 1]);
		});
	});

	describe(`${title}: erasing`, () => {
		it('leaves no row of the person, and nothing of others out', async () => {
			const store = await fresh();
			const { amal, badr, first, second } = await two(store);
			await store.eraseProfile(badr);
			const records = await store.records();
			expect(counts(records)).toEqual([1, 2, 1]);
			expect(JSON.stringify({ ...records, tombstones: [] })).not.toContain(badr);
			expect(JSON.stringify({ ...records, tombstones: [] })).not.toContain(second);
			expect(records.tombstones).toMatchObject([{ erased: { what: 'profile', profile: badr } }]);
			expect(await store.profiles()).toMatchObject({ current: amal, own: amal });
			expect((await store.attempt(first))!.responses).toHaveLength(2);
			await store.eraseProfile(amal);
			expect(counts(await store.records())).toEqual([0, 0, 0]);
			expect(await store.profiles()).toMatchObject({ learners: [], current: null });
			expect([amal, badr]).not.toContain((await store.profile()).id);
		});

		it('takes all profiles of a person and what was moved to her, and leaves what was moved away', async () => {
			const store = await fresh();
			const { amal, badr, first, second } = await two(store);
			const { record: celine } = await store.addProfile('Celine');
			await store.switchProfile(celine.id);
			const third = await exampleSession(store);
			await store.switchProfile(badr);
			await store.addEvent({ id: newId(), type: 'alias', of: amal });
			await store.addEvent({ id: newId(), type: 'attempt-moved', attempt: second, to: celine.id });
			await store.addEvent({ id: newId(), type: 'attempt-moved', attempt: third, to: badr });
			const before = await store.records();
			await store.eraseProfile(amal);
			await store.merge(before);
			expect((await store.records()).attempts.map(({ id }) => id)).toEqual([second]);
			await store.switchProfile(celine.id);
			expect(counts(await store.history())).toEqual([1, 2, 1]);
			expect([await store.attempt(first), await store.attempt(third)]).toEqual([null, null]);
		});

		it('stays, whatever is merged, and reaches other devices', async () => {
			const store = await fresh();
			const other = await fresh();
			const { amal, badr } = await two(store);
			const before = await store.records();
			await other.merge(before);
			await other.switchProfile(badr);
			await store.eraseProfile(badr);
			await store.merge(before);
			await other.merge(await store.records());
			for (const one of [store, other]) {
				expect(counts(await one.records())).toEqual([1, 2, 1]);
				expect((await one.profiles()).current).toBe(amal);
			}
			expect(sorted(await other.records())).toEqual(sorted(await store.records()));
		});

		it('keeps nothing that is written afterwards for what was erased', async () => {
			const store = await fresh();
			const { badr, second } = await two(store);
			await store.eraseProfile(badr);
			await store.addResponse(exampleResponse(second));
			expect(counts(await store.records())).toEqual([1, 2, 1]);
		});

		if (shared)
			it('and switching reach an open store of another tab, which goes on for its own till then', async () => {
				const context = exampleContext();
				const store = await open(context);
				const { amal, badr } = await two(store);
				const tab = await open(context);
				const id = await exampleSession(tab);
				const told: Learners[] = [];
				tab.watchProfiles((learners) => told.push(learners));
				const histories: History[] = [];
				tab.watchHistory((history) => histories.push(history));
				await store.switchProfile(amal);
				await vi.waitFor(() =>
					expect([told.at(-1)?.current, told.at(-1)?.own]).toEqual([amal, badr])
				);
				const { record } = await tab.addResponse(exampleResponse(id));
				expect(record.profile).toBe(badr);
				expect((await tab.setPreference('digits', 'latn')).record.profile).toBe(badr);
				expect((await tab.profile()).id).toBe(badr);
				await vi.waitFor(() => expect(counts(histories.at(-1)!)).toEqual([2, 5, 2]));

				await store.eraseProfile(badr);
				await vi.waitFor(() => expect(namesIn(told.at(-1)!)).toEqual(['Amal']));
				await vi.waitFor(() => expect(counts(histories.at(-1)!)).toEqual([0, 0, 0]));
				await tab.addResponse(exampleResponse(id));
				await tab.setPreference('digits', 'arab');
				await tab.addAttempt(exampleAttempt(), exampleQuestions);
				await tab.retry();
				expect(counts(await tab.history())).toEqual([0, 0, 0]);
				expect(counts(await store.records())).toEqual([1, 2, 1]);
				expect(JSON.stringify({ ...(await tab.records()), tombstones: [] })).not.toContain(badr);
			});
	});

	it(`${title}: gives every profile the history that is defined, whatever was merged`, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyRecords, { minLength: 1, maxLength: 3 }), async (parts) => {
				const store = await fresh();
				for (const part of parts) await store.merge(part);
				const records = await store.records();
				for (const { id } of records.profiles) {
					await store.switchProfile(id);
					expect(await store.history()).toEqual(historyIn(records, id));
				}
				store.close();
			}),
			{ numRuns: 15 }
		);
	});
}
