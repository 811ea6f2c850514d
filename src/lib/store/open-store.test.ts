import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { DexieStore } from './dexie/dexie-store';
import { exampleContext, exampleResponse, exampleSession } from './examples';
import { openRaw, outOfPatience } from './faults';
import { openStore } from './open-store';
import type { Store, StoreState } from './store';

const stateOf = (store: Store): StoreState => {
	const states: StoreState[] = [];
	store.watchState((state) => states.push(state))();
	return states[0]!;
};

const factoryThat = (open: IDBFactory['open']) =>
	({ open, cmp: indexedDB.cmp, databases: async () => [] }) as unknown as IDBFactory;

it('opens IndexedDB', async () => {
	const store = await openStore(exampleContext());
	expect(stateOf(store)).toEqual({ trouble: null, unsaved: 0 });
});

it('names its database as it is told, and makes no other', async () => {
	const before = await indexedDB.databases();
	await openStore(exampleContext('durus:exosomes:/site/'));
	const after = await indexedDB.databases();
	const names = after
		.map(({ name }) => name)
		.filter((name) => !before.some((db) => db.name === name));
	expect(names).toEqual(['durus:exosomes:/site/']);
});

it.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
	'goes to memory when opening throws a %s',
	async (name) => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const factory = factoryThat(() => {
			throw new DOMException('', name);
		});
		const store = await openStore(exampleContext(), { factory });
		expect(stateOf(store).trouble).toBe('blocked');
		await exampleSession(store);
		expect(stateOf(store)).toEqual({ trouble: 'blocked', unsaved: 7 });
	}
);

it('goes to memory when opening does not answer, and to IndexedDB when it does', async () => {
	let answering = false;
	const waiting: (() => void)[] = [];
	const factory = factoryThat((name, version) => {
		if (answering) return indexedDB.open(name, version);
		const silent = new EventTarget() as IDBOpenDBRequest;
		waiting.push(() =>
			Object.assign(indexedDB.open(name, version), {
				onsuccess(this: IDBOpenDBRequest, event: Event) {
					Object.assign(silent, { result: this.result });
					silent.onsuccess?.(event);
				},
				onupgradeneeded(this: IDBOpenDBRequest, event: IDBVersionChangeEvent) {
					Object.assign(silent, { result: this.result, transaction: this.transaction });
					silent.onupgradeneeded?.(event);
				}
			})
		);
		return silent;
	});
	const context = exampleContext();
	const store = await outOfPatience(() => openStore(context, { factory }));
	expect(stateOf(store).trouble).toBe('blocked');
	const id = await exampleSession(store);
	answering = true;
	for (const answer of waiting) answer();
	expect((await store.retry()).trouble).toBeNull();
	expect((await new DexieStore(context).attempt(id))!.responses).toHaveLength(2);
});

it('reads a newer database, keeps answers in memory and offers both for a file', async () => {
	const context = exampleContext();
	const disk = new DexieStore(context);
	const id = await exampleSession(disk);
	const profile = await disk.profile();
	const { responses } = await disk.records();
	await newerDatabase(context.name);

	const store = await openStore(context);
	expect(stateOf(store)).toEqual({ trouble: 'newer', unsaved: 0 });
	expect(await store.profile()).toEqual(profile);
	expect((await store.attempt(id))!.responses).toEqual(responses);
	expect((await store.history()).responses).toEqual(responses);
	const { record, durable } = await store.addResponse(exampleResponse(id));
	expect(durable).toBe(false);
	expect(record.seen).toBeGreaterThan(responses.at(-1)!.sequence);
	expect((await store.retry()).trouble).toBe('newer');
	expect(stateOf(store)).toEqual({ trouble: 'newer', unsaved: 1 });
	expect((await store.records()).responses).toEqual([...responses, record]);
	const histories: number[] = [];
	store.watchHistory((history) => histories.push(history.responses.length));
	await vi.waitFor(() => expect(histories.at(-1)).toBe(3));

	const db = await openRaw(context.name);
	expect([db.version, [...db.objectStoreNames].includes('drafts')]).toEqual([990, false]);
	db.close();
});

it('calls onoutdated when a newer tab comes, and refuses to call anything saved after it', async () => {
	const context = exampleContext();
	const onoutdated = vi.fn();
	const store = await openStore(context, { onoutdated });
	const id = await exampleSession(store);
	await newerDatabase(context.name);
	expect(onoutdated).toHaveBeenCalledOnce();
	expect(stateOf(store)).toEqual({ trouble: 'newer', unsaved: 0 });
	expect((await store.addResponse(exampleResponse(id))).durable).toBe(false);
});

/** As a later version might leave it: a table gone, a strange row in another. */
async function newerDatabase(name: string): Promise<void> {
	const request = indexedDB.open(name, 990);
	await new Promise<void>((resolve) => {
		request.onupgradeneeded = () => {
			request.result.deleteObjectStore('drafts');
			request.transaction!.objectStore('responses').add({ id: 'x', profile: 'y', tries: [] });
		};
		request.onsuccess = () => resolve();
	});
	request.result.close();
}
