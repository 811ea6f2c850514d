import 'fake-indexeddb/auto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type Dexie from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import type { History } from '#lib/progress/record';
import {
	exampleAttempt,
	exampleContext,
	exampleDraft,
	exampleQuestions,
	exampleResponse,
	exampleSession
} from '../examples';
import {
	deleteRaw,
	failWith,
	holdLock,
	lookAtTransactions,
	openRaw,
	outOfPatience
} from '../faults';
import { describeStore } from '../store-contract';
import type { StoreState } from '../store';
import { DexieStore } from './dexie-store';

describeStore('IndexedDB', {
	open: (context) => new DexieStore(context),
	durable: true,
	shared: true
});

afterEach(() => lookAtTransactions(() => {}).heal());

it('writes in transactions of strict durability', async () => {
	const writes: IDBTransaction[] = [];
	lookAtTransactions((transaction) => {
		if (transaction.mode === 'readwrite') writes.push(transaction);
	});
	await exampleSession(new DexieStore(exampleContext()));
	expect(writes.length).toBeGreaterThan(5);
	expect(new Set(writes.map(({ durability }) => durability))).toEqual(new Set(['strict']));
});

it('resolves no write before the transaction is complete', async () => {
	const store = new DexieStore(exampleContext());
	const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
	let complete: (() => void) | null = null;
	const committed = new Promise<void>((resolve) =>
		lookAtTransactions((transaction) =>
			Object.defineProperty(transaction, 'oncomplete', {
				set: (handler: (event: Event) => void) =>
					transaction.addEventListener('complete', (event) => {
						complete = () => handler.call(transaction, event);
						resolve();
					})
			})
		)
	);
	let saved = false;
	const write = store.saveDraft(exampleDraft(record.id)).then(() => (saved = true));
	await committed;
	// Everything that could have resolved it has had its turn.
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
	expect(saved).toBe(false);
	complete!();
	await write;
	expect(saved).toBe(true);
});

it('rejects, having written nothing, when the disk is full or the transaction aborts', async () => {
	const store = new DexieStore(exampleContext());
	const id = await exampleSession(store);
	const before = await store.records();
	for (const [fault, trouble] of [
		['full', 'full'],
		['aborted', 'broken'],
		['closed', 'broken']
	] as const) {
		const { heal } = failWith(fault);
		const write = store.addResponse(exampleResponse(id));
		await expect(write).rejects.toMatchObject({ name: 'StoreError', trouble });
		heal();
		expect(await store.records()).toEqual(before);
	}
	expect((await store.addResponse(exampleResponse(id))).durable).toBe(true);
});

it('gives up a write behind a lock that is never released, and does not write it later', async () => {
	const context = exampleContext();
	const id = await exampleSession(new DexieStore(context));
	const store = new DexieStore(context);
	await store.profile();
	const before = await store.records();
	const { release } = await holdLock(context.name);
	const write = outOfPatience(() => store.addResponse(exampleResponse(id)));
	await expect(write).rejects.toMatchObject({ name: 'StoreError', trouble: 'broken' });
	await release();
	expect(await store.records()).toEqual(before);
});

it('ends its writes and closes when a newer version wants the database', async () => {
	const context = exampleContext();
	const onoutdated = vi.fn();
	const store = new DexieStore(context, { onoutdated });
	const id = await exampleSession(store);
	const states: StoreState[] = [];
	store.watchState((state) => states.push(state));
	const write = store.addResponse(exampleResponse(id));
	const newer = openRaw(context.name, 990);
	expect((await write).durable).toBe(true);
	const db = await newer;
	expect(onoutdated).toHaveBeenCalledOnce();
	expect(states.at(-1)?.trouble).toBe('newer');
	const late = store.addResponse(exampleResponse(id));
	await expect(late).rejects.toMatchObject({ trouble: 'newer' });
	db.close();
});

it('does not open, nor change, a database of a newer version', async () => {
	const context = exampleContext();
	await exampleSession(new DexieStore(context));
	(await openRaw(context.name, 990)).close();
	const store = new DexieStore(context);
	await expect(store.history()).rejects.toMatchObject({ trouble: 'newer' });
	const db = await openRaw(context.name);
	expect(db.version).toBe(990);
	db.close();
});

it('says that its database was deleted, and makes it anew at the next write', async () => {
	const context = exampleContext();
	const store = new DexieStore(context);
	await exampleSession(store);
	const states: StoreState[] = [];
	store.watchState((state) => states.push(state));
	await deleteRaw(context.name);
	expect(states.at(-1)?.trouble).toBe('broken');
	expect((await store.addAttempt(exampleAttempt(), exampleQuestions)).durable).toBe(true);
	expect(states.at(-1)?.trouble).toBeNull();
});

it('hears of writes in another tab through the broadcast channel', async () => {
	// Another copy of Dexie shares no memory with the first: as in another tab, only the channel joins them.
	const path = createRequire(import.meta.url)
		.resolve('dexie')
		.replace(/dexie\.js$/, 'dexie.mjs');
	const other = await import(/* @vite-ignore */ `${pathToFileURL(path).href}?tab=2`);
	const OtherDexie = other.default as typeof Dexie;
	expect(OtherDexie).not.toBe((await import('dexie')).default);
	const context = exampleContext();
	const store = new DexieStore(context);
	const id = await exampleSession(store);
	const histories: History[] = [];
	const stop = store.watchHistory((history) => histories.push(history));
	await vi.waitFor(() => expect(histories.at(-1)?.responses).toHaveLength(2));
	const db = await new OtherDexie(context.name).open();
	const [row] = (await store.attempt(id))!.responses;
	await db.table('responses').add({ ...row, id: 'from-the-other-tab' });
	await vi.waitFor(() => expect(histories.at(-1)?.responses).toHaveLength(3));
	stop();
	db.close();
});
