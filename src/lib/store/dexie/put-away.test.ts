// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { exampleContext, exampleResponse, exampleSession } from '../examples';
import { lookAtTransactions } from '../faults';
import type { StoreState } from '../store';
import { DexieStore } from './dexie-store';

const tell = (type: 'pagehide' | 'pageshow', persisted: boolean) =>
	window.dispatchEvent(Object.assign(new Event(type), { persisted }));

/** Resolves when a transaction of this mode is made, and not yet used. */
const nextTransaction = (mode: IDBTransactionMode) =>
	new Promise<IDBTransaction>((resolve) => {
		const { heal } = lookAtTransactions((transaction) => {
			if (transaction.mode !== mode) return;
			heal();
			resolve(transaction);
		});
	});

const settled = async (promise: Promise<unknown>) => {
	let over = false;
	void promise.finally(() => (over = true));
	for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setTimeout(resolve));
	return over;
};

it('gives up a write when the page is put away, and does it when the page is shown again', async () => {
	const store = new DexieStore(exampleContext());
	const id = await exampleSession(store);
	const before = (await store.records()).responses.length;

	const transaction = nextTransaction('readwrite');
	const write = store.addResponse(exampleResponse(id));
	let aborted = false;
	(await transaction).addEventListener('abort', () => (aborted = true));
	tell('pagehide', true);
	expect(await settled(write)).toBe(false);
	expect(aborted).toBe(true);

	tell('pageshow', true);
	expect((await write).durable).toBe(true);
	expect((await store.records()).responses).toHaveLength(before + 1);
});

it('begins no write while the page is put away', async () => {
	const store = new DexieStore(exampleContext());
	const id = await exampleSession(store);
	tell('pagehide', true);
	const made: unknown[] = [];
	const { heal } = lookAtTransactions((transaction) => made.push(transaction));
	const write = store.addResponse(exampleResponse(id));
	expect(await settled(write)).toBe(false);
	expect(made).toEqual([]);
	heal();
	tell('pageshow', true);
	expect((await write).durable).toBe(true);
});

it('calls nothing broken, and shows what was written meanwhile', async () => {
	const store = new DexieStore(exampleContext());
	await exampleSession(store);
	const states: StoreState[] = [];
	store.watchState((state) => states.push(state));
	const told: string[][] = [];
	const stop = store.watchProfiles(({ learners }) => told.push(learners.map(({ name }) => name)));
	await expect.poll(() => told.length).toBe(1);

	const transaction = nextTransaction('readonly');
	const read = store.records();
	await transaction;
	tell('pagehide', true);
	expect(await settled(read)).toBe(false);
	const add = store.addProfile('Second');
	tell('pageshow', true);
	expect((await read).profiles).toHaveLength(1);
	await add;
	await expect.poll(() => told.at(-1)).toContain('Second');
	stop();
	expect(states.map(({ trouble }) => trouble)).toEqual([null]);
});

it('goes on with a write when the page is not kept', async () => {
	const store = new DexieStore(exampleContext());
	const id = await exampleSession(store);
	const transaction = nextTransaction('readwrite');
	const write = store.addResponse(exampleResponse(id));
	await transaction;
	tell('pagehide', false);
	expect((await write).durable).toBe(true);
});

it('makes the database anew when the page was put away while it was made', async () => {
	const context = exampleContext();
	let first = true;
	const factory = Object.assign(Object.create(indexedDB) as IDBFactory, {
		open(name: string, version?: number) {
			const request = indexedDB.open(name, version);
			if (first)
				request.addEventListener('upgradeneeded', () =>
					queueMicrotask(() => tell('pagehide', true))
				);
			first = false;
			return request;
		},
		cmp: indexedDB.cmp.bind(indexedDB),
		databases: indexedDB.databases.bind(indexedDB)
	});
	const store = new DexieStore(context, { factory });
	const adding = store.addProfile('First');
	expect(await settled(adding)).toBe(false);
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(context.name);
	tell('pageshow', true);
	expect((await adding).durable).toBe(true);
	expect((await store.profiles()).learners).toHaveLength(1);
});
