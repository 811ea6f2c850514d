import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { AttemptLog } from '#lib/progress/record';
import { DexieStore } from './dexie/dexie-store';
import {
	exampleAttempt,
	exampleContext,
	exampleDraft,
	exampleQuestions,
	exampleResponse,
	exampleSubmission,
	exampleSession
} from './examples';
import { sorted } from './examples-of-records';
import { FallbackStore } from './fallback-store';
import {
	deleteRaw,
	failWith,
	holdLock,
	lookAtTransactions,
	outOfPatience,
	type Fault
} from './faults';
import { MemoryStore } from './memory/memory-store';
import { openStore } from './open-store';
import type { StoreState, Trouble } from './store';
import { describeStore } from './store-contract';

describeStore('IndexedDB with memory behind it', {
	open: (context) => openStore(context),
	durable: true,
	shared: true
});

describeStore('memory in place of a blocked IndexedDB', {
	open(context) {
		const factory = { ...indexedDB, open: () => fail('SecurityError') } as unknown as IDBFactory;
		return openStore(context, { factory });
	},
	durable: false,
	shared: false,
	oneProfile: true
});

const fail = (name: string): never => {
	throw new DOMException('', name);
};

afterEach(() => lookAtTransactions(() => {}).heal());

/** A store with an attempt, another connection to its database, and a clock that the test moves. */
async function started() {
	let now = 1_750_000_000_000;
	const context = { ...exampleContext(), now: () => now };
	const store = await openStore(context);
	const attempt = exampleAttempt();
	await store.addAttempt(attempt, exampleQuestions);
	const states: StoreState[] = [];
	store.watchState((state) => states.push(state));
	return {
		store,
		id: attempt.id,
		state: () => states.at(-1)!,
		wait: (milliseconds: number) => (now += milliseconds),
		disk: new DexieStore(context),
		context
	};
}

/** With how much is unsaved after two writes: when a connection breaks, the attempt on the disk may be gone too. */
const faults: [Fault, Trouble, number][] = [
	['full', 'full', 2],
	['aborted', 'broken', 2],
	['closed', 'broken', 3]
];

it.each(faults)(
	'keeps answers in memory when writing is %s, and writes them later',
	async (fault, trouble, unsaved) => {
		const { store, id, state, wait, disk } = await started();
		const { heal } = failWith(fault);
		const first = await store.addResponse(exampleResponse(id));
		const draft = await store.saveDraft(exampleDraft(id, { response: { chosen: 'nm' } }));
		expect([first.durable, draft.durable]).toEqual([false, false]);
		expect(state()).toEqual({ trouble, unsaved });
		expect((await store.attempt(id))!.responses).toEqual([first.record]);

		heal();
		expect((await store.addResponse(exampleResponse(id))).durable).toBe(false);
		wait(5000);
		const last = await store.addSubmission(exampleSubmission(id));
		expect(last.durable).toBe(true);
		expect(state()).toEqual({ trouble: null, unsaved: 0 });
		const log = (await disk.attempt(id))!;
		expect(log.responses).toHaveLength(2);
		expect(log.responses[0]).toEqual(first.record);
		expect(log.drafts).toEqual([draft.record]);
		expect(last.record.seen).toBe(log.responses[1]!.sequence);
		expect((await disk.history()).responses).toEqual(log.responses);
	}
);

it('writes at once on an explicit retry, and says so when that fails too', async () => {
	const { store, id, state, disk } = await started();
	const { heal } = failWith('full');
	await store.addResponse(exampleResponse(id));
	expect(await store.retry()).toEqual({ trouble: 'full', unsaved: 1 });
	heal();
	expect(await store.retry()).toEqual({ trouble: null, unsaved: 0 });
	expect(state().trouble).toBeNull();
	expect((await disk.attempt(id))!.responses).toHaveLength(1);
});

it('does not try again within five seconds, unless the clock was set back', async () => {
	const { store, id, wait } = await started();
	const { heal } = failWith('full');
	await store.addResponse(exampleResponse(id));
	heal();
	wait(4999);
	expect((await store.addResponse(exampleResponse(id))).durable).toBe(false);
	wait(-86_400_000);
	expect((await store.addResponse(exampleResponse(id))).durable).toBe(true);
});

it('keeps answers in memory while another tab holds the database, in their order', async () => {
	const { store, id, state, disk, context } = await started();
	const { release } = await holdLock(context.name);
	const responses = ['um', 'nm'].map((chosen) => exampleResponse(id, { response: { chosen } }));
	const written = await outOfPatience(() =>
		Promise.all(responses.map((response) => store.addResponse(response)))
	);
	expect(written.map(({ durable }) => durable)).toEqual([false, false]);
	expect(state()).toEqual({ trouble: 'broken', unsaved: 2 });
	await release();
	expect((await store.retry()).trouble).toBeNull();
	const log = (await disk.attempt(id))!;
	expect(log.responses.map(({ id }) => id)).toEqual(responses.map(({ id }) => id));
});

it('writes the attempt under way again when the database was deleted', async () => {
	const { store, id, state, context } = await started();
	const saved = await store.addResponse(exampleResponse(id));
	const { id: profile } = await store.profile();
	await deleteRaw(context.name);
	expect(state()).toEqual({ trouble: 'broken', unsaved: 2 });
	expect((await store.attempt(id))!.responses).toEqual([saved.record]);
	const next = await store.addResponse(exampleResponse(id));
	expect(next.durable).toBe(true);
	expect(state()).toEqual({ trouble: null, unsaved: 0 });
	const disk = new DexieStore(context);
	const log = (await disk.attempt(id))!;
	expect(log.responses).toEqual([saved.record, next.record]);
	expect([...log.questions.values()]).toHaveLength(3);
	expect((await disk.profile()).id).toBe(profile);
});

it('goes on calling watchers, with what memory holds and after the database is back', async () => {
	const { store, id } = await started();
	const logs: (AttemptLog | null)[] = [];
	store.watchAttempt(id, (log) => logs.push(log));
	const { heal } = failWith('full');
	await store.addResponse(exampleResponse(id));
	await expect.poll(() => logs.at(-1)?.responses.length).toBe(1);
	heal();
	await store.retry();
	await store.addResponse(exampleResponse(id));
	await expect.poll(() => logs.at(-1)?.responses.length).toBe(2);
});

it('gives what was answered before the database opened to the profile that it turns out to have', async () => {
	const context = exampleContext();
	const before = await openStore(context);
	const { id: profile } = await before.profile();
	const primary = new DexieStore(context);
	const store = new FallbackStore(primary, new MemoryStore(context), context.now, 'blocked');
	expect((await store.profile()).id).not.toBe(profile);
	const id = await exampleSession(store);
	expect((await store.retry()).trouble).toBeNull();
	expect((await store.profile()).id).toBe(profile);
	expect((await before.attempt(id))!.attempt.profile).toBe(profile);
	expect((await before.preferences())[0]).toMatchObject({ profile, name: 'digits' });
	expect((await before.records()).profiles).toHaveLength(1);
	expect((await before.history()).responses).toHaveLength(2);
});

it('gives everything for a file while it cannot be written', async () => {
	const { store, id, disk } = await started();
	await store.addResponse(exampleResponse(id));
	failWith('full');
	await store.addResponse(exampleResponse(id));
	const records = await store.records();
	expect(records.responses).toHaveLength(2);
	const restored = new MemoryStore(exampleContext());
	await restored.merge(records);
	expect(sorted(await restored.records())).toEqual(sorted(records));
	expect((await disk.records()).responses).toHaveLength(1);
});
