import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AttemptLog, Records } from '#lib/progress/record';
import {
	exampleAttempt,
	exampleContext,
	exampleDraft,
	exampleEvent,
	exampleQuestions,
	exampleResponse,
	exampleSession,
	exampleSubmission
} from './examples';
import { anyRecords, sorted } from './examples-of-records';
import { describeAssigned } from './assigned-contract';
import { describeProfiles } from './profiles-contract';
import type { Store, StoreContext } from './store';

export interface Contract {
	readonly open: (context: StoreContext) => Store | Promise<Store>;
	/** What writes say of themselves. */
	readonly durable: boolean;
	/** Two stores of one name hold the same. */
	readonly shared: boolean;
	/** It refuses to add, switch and erase profiles, since nothing that it holds outlives the page. */
	readonly oneProfile?: boolean;
}

/** What every store must do. */
export function describeStore(title: string, contract: Contract): void {
	const { open, durable, shared } = contract;
	const fresh = async () => open(exampleContext());
	describeProfiles(title, contract);
	describeAssigned(title, contract);

	describe(`${title}: sequences`, () => {
		it('strictly increase', async () => {
			const store = await fresh();
			const { record: attempt } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			let last = attempt.sequence;
			const writes = [
				() => store.saveDraft(exampleDraft(attempt.id)),
				() => store.addResponse(exampleResponse(attempt.id)),
				() => store.addEvent(exampleEvent(attempt.id)),
				() => store.setPreference('digits', 'arab'),
				() => store.saveDraft(exampleDraft(attempt.id)),
				() => store.addSubmission(exampleSubmission(attempt.id))
			];
			for (const write of writes) {
				const { record } = await write();
				expect(record.sequence).toBeGreaterThan(last);
				if ('seen' in record) expect(record.seen).toBeLessThan(record.sequence);
				last = record.sequence;
			}
		});

		it('exceed what was seen of the attempt, wherever it came from', async () => {
			const there = await fresh();
			const id = await exampleSession(there);
			const records = await there.records();
			const far = records.responses.map((row) => ({ ...row, sequence: row.sequence + 1000 }));
			const store = await fresh();
			await store.merge({ ...records, responses: far });
			const { record } = await store.addResponse(exampleResponse(id));
			expect(record.seen).toBe(Math.max(...far.map(({ sequence }) => sequence)));
			expect(record.sequence).toBeGreaterThan(record.seen);
			const other = await fresh();
			await other.merge({ ...records, responses: far });
			const setting = await other.setPreference('digits', 'latn');
			expect(setting.record.sequence).toBeGreaterThan(record.seen);
		});

		it('start at 1, having seen nothing, on a new device whose first write is an attempt', async () => {
			const store = await fresh();
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			expect(record.seen).toBe(0);
			expect(record.sequence).toBeGreaterThan(0);
		});

		if (shared)
			it('are unique when two connections write at once', async () => {
				const context = exampleContext();
				const stores = [await open(context), await open(context)];
				const { record } = await stores[0]!.addAttempt(exampleAttempt(), exampleQuestions);
				const written = await Promise.all(
					Array.from({ length: 20 }, (_, index) =>
						stores[index % 2]!.addResponse(exampleResponse(record.id))
					)
				);
				const sequences = written.map((one) => one.record.sequence);
				expect(new Set(sequences).size).toBe(20);
				expect(Math.min(...sequences)).toBeGreaterThan(record.sequence);
				for (const side of [0, 1]) {
					const own = sequences.filter((_, index) => index % 2 === side);
					expect(own).toEqual([...own].sort((a, b) => a - b));
				}
				for (const one of written) expect(one.record.seen).toBe(one.record.sequence - 1);
			});
	});

	describe(`${title}: writes`, () => {
		it('say whether they are durable', async () => {
			const store = await fresh();
			const attempt = await store.addAttempt(exampleAttempt(), exampleQuestions);
			expect(attempt.durable).toBe(durable);
			expect((await store.saveDraft(exampleDraft(attempt.record.id))).durable).toBe(durable);
			expect((await store.merge(await store.records())).durable).toBe(durable);
		});

		it('give the stored record back for an id that is there', async () => {
			const store = await fresh();
			const id = await exampleSession(store);
			const before = sorted(await store.records());
			const [response] = before.responses;
			const again = await store.addResponse(exampleResponse(id, { id: response!.id, earned: 0.5 }));
			expect(again.record).toEqual(response);
			const attempt = await store.addAttempt(exampleAttempt({ id }), exampleQuestions);
			expect(attempt.record).toEqual(before.attempts[0]);
			expect(sorted(await store.records())).toEqual(before);
		});

		it('keep the first submission when a second one comes', async () => {
			const store = await fresh();
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			const both = [exampleSubmission(record.id), exampleSubmission(record.id, { earned: 3 })];
			const [first, second] = await Promise.all(both.map((one) => store.addSubmission(one)));
			expect(second!.record).toEqual(first!.record);
			expect((await store.attempt(record.id))!.submissions).toEqual([first!.record]);
		});

		it('end an attempt with its last responses, or not at all where it is ended', async () => {
			const store = await fresh();
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			const end = (earned: number) =>
				store.addSubmission(exampleSubmission(record.id, { earned }), [
					exampleResponse(record.id, { question: 'cargo', earned }),
					exampleResponse(record.id, { question: 'membrane', earned })
				]);
			const first = await end(1);
			expect(first.durable).toBe(durable);
			expect((await end(0)).record).toEqual(first.record);
			const { responses, submissions } = (await store.attempt(record.id))!;
			expect(responses.map(({ question, earned }) => [question, earned])).toEqual([
				['cargo', 1],
				['membrane', 1]
			]);
			expect(submissions).toEqual([first.record]);
			expect(responses.at(-1)!.sequence).toBeLessThan(first.record.sequence);
		});

		it('name the profile, the last name staying', async () => {
			const store = await fresh();
			const { id } = await store.profile();
			await store.nameProfile('Amal');
			const { record } = await store.nameProfile('آمال');
			expect(record.id).toBe(id);
			expect(await store.profile()).toEqual(record);
			expect((await store.records()).profiles).toEqual([record]);
		});

		it('keep the draft of the highest sequence, one for each tab', async () => {
			const store = await fresh();
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			await store.saveDraft(exampleDraft(record.id, { response: { chosen: 'nm' } }));
			await store.saveDraft(exampleDraft(record.id, { response: { chosen: null } }));
			await store.saveDraft(exampleDraft(record.id, { tab: 'tab-2' }));
			const { drafts } = (await store.attempt(record.id))!;
			expect(drafts.map(({ tab, response }) => [tab, response])).toEqual([
				['tab-1', { chosen: null }],
				['tab-2', { chosen: 'um' }]
			]);
			const old = { ...drafts[0]!, sequence: 1, response: { chosen: 'old' } };
			await store.merge({ ...(await store.records()), drafts: [old] });
			expect((await store.attempt(record.id))!.drafts).toEqual(drafts);
		});

		it('leave what they are given as it was, and do not change with it later', async () => {
			const store = await fresh();
			const attempt = exampleAttempt();
			const response = exampleResponse(attempt.id, { response: { chosen: ['nm'] } });
			const copy = structuredClone([attempt, exampleQuestions, response]);
			await store.addAttempt(attempt, exampleQuestions);
			await store.addResponse(response);
			expect([attempt, exampleQuestions, response]).toEqual(copy);
			(response.response as { chosen: string[] }).chosen.push('um');
			expect((await store.attempt(attempt.id))!.responses[0]!.response).toEqual({ chosen: ['nm'] });
		});

		it('refuse what cannot be stored, as the platform does, and go on', async () => {
			const store = await fresh();
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			const bad = exampleDraft(record.id, { response: () => {} });
			await expect(store.saveDraft(bad)).rejects.toHaveProperty('name', 'DataCloneError');
			expect((await store.saveDraft(exampleDraft(record.id))).durable).toBe(durable);
		});
	});

	describe(`${title}: reads`, () => {
		it('give all of an attempt, with the questions that it drew', async () => {
			const store = await fresh();
			const log = (await store.attempt(await exampleSession(store)))!;
			expect([...log.questions.values()].map(({ id }) => id).sort()).toEqual(
				exampleQuestions.map(({ id }) => id).sort()
			);
			expect(log.questions.get(log.attempt.paper[1]!.key)).toEqual(exampleQuestions[1]);
			expect(log.responses.map(({ earned }) => earned)).toEqual([0, 1]);
			expect([log.drafts.length, log.events.length, log.submissions.length]).toEqual([1, 1, 1]);
			expect(await store.attempt('another')).toBeNull();
		});

		it('give the latest attempt of a lesson, whatever its mode', async () => {
			const store = await fresh();
			expect(await store.latestAttempt('meet-the-messengers')).toBeNull();
			await store.addAttempt(exampleAttempt(), exampleQuestions);
			const test = exampleAttempt({ mode: 'test' });
			const { record } = await store.addAttempt(test, exampleQuestions);
			await store.addAttempt(exampleAttempt({ lesson: 'another' }), exampleQuestions);
			expect(await store.latestAttempt('meet-the-messengers')).toEqual(record);
		});

		it('give one profile, the same each time', async () => {
			const store = await fresh();
			const profiles = await Promise.all([store.profile(), store.profile()]);
			const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
			expect(profiles[0]).toMatchObject({ id: record.profile, name: '' });
			expect(profiles[1]).toEqual(profiles[0]);
			expect((await store.records()).profiles).toEqual([profiles[0]]);
		});

		if (shared)
			it('give one profile to two tabs that ask first at once', async () => {
				const context = exampleContext();
				const stores = [await open(context), await open(context)];
				const [first, second] = await Promise.all(stores.map((store) => store.profile()));
				expect(second).toEqual(first);
				expect((await stores[0]!.records()).profiles).toHaveLength(1);
			});

		it('give the last value of a setting', async () => {
			const store = await fresh();
			await store.setPreference('digits', 'arab');
			const { record } = await store.setPreference('digits', 'latn');
			expect(await store.preferences()).toEqual([record]);
		});
	});

	describe(`${title}: merging`, () => {
		it('into an empty store gives the same history', async () => {
			const store = await fresh();
			const id = await exampleSession(store);
			const other = await fresh();
			await other.merge(await store.records());
			expect(await other.history()).toEqual(await store.history());
			expect(await other.attempt(id)).toEqual(await store.attempt(id));
			expect(await other.profile()).toEqual(await store.profile());
			expect(sorted(await other.records())).toEqual(sorted(await store.records()));
		});

		it('twice changes nothing, and the order does not matter', async () => {
			const mergeAll = async (parts: readonly Records[]) => {
				const store = await fresh();
				for (const part of parts) await store.merge(part);
				const merged = sorted(await store.records());
				store.close();
				return merged;
			};
			const parts = fc.array(anyRecords, { minLength: 1, maxLength: 3 });
			await fc.assert(
				fc.asyncProperty(parts, async (parts) => {
					const merged = await mergeAll(parts);
					expect(await mergeAll([...parts, ...parts])).toEqual(merged);
					expect(await mergeAll([...parts].reverse())).toEqual(merged);
				}),
				{ numRuns: 15 }
			);
		});
	});

	describe(`${title}: watching`, () => {
		it('calls back at once and after each write, until stopped', async () => {
			const context = exampleContext();
			const store = await open(context);
			const other = shared ? await open(context) : store;
			const attempt = exampleAttempt();
			const seen: (AttemptLog | null)[] = [];
			const stop = store.watchAttempt(attempt.id, (log) => seen.push(log));
			const lengths: number[] = [];
			const stopHistory = store.watchHistory(({ responses }) => lengths.push(responses.length));
			await vi.waitFor(() => expect([seen.at(-1), lengths.at(-1)]).toEqual([null, 0]));
			await other.addAttempt(attempt, exampleQuestions);
			await vi.waitFor(() => expect(seen.at(-1)?.attempt.id).toBe(attempt.id));
			await other.addResponse(exampleResponse(attempt.id));
			await vi.waitFor(() => expect(seen.at(-1)?.responses).toHaveLength(1));
			await vi.waitFor(() => expect(lengths.at(-1)).toBe(1));
			stop();
			const calls = seen.length;
			await other.addResponse(exampleResponse(attempt.id));
			await vi.waitFor(() => expect(lengths.at(-1)).toBe(2));
			expect(seen).toHaveLength(calls);
			stopHistory();
		});
	});
}
