import 'fake-indexeddb/auto';
import { vi } from 'vitest';

/** For tests: how IndexedDB fails until `heal`. */
export type Fault = 'full' | 'aborted' | 'closed';

type Look = (transaction: IDBTransaction) => void;
let look: Look = () => {};

// Once and for all, since Dexie keeps the method that it found when it opened the database.
const original = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...args) {
	const transaction = original.apply(this, args);
	look(transaction);
	return transaction;
};

/** Shows every transaction, as it is made, to a function that may throw; `heal` ends it. */
export function lookAtTransactions(at: Look): { heal: () => void } {
	look = at;
	return { heal: () => (look = () => {}) };
}

/** Makes every transaction of some modes fail; `heal` ends it. */
export const failWith = (fault: Fault, modes: readonly IDBTransactionMode[] = ['readwrite']) =>
	lookAtTransactions((transaction) => {
		if (!modes.includes(transaction.mode)) return;
		if (fault === 'closed')
			throw new DOMException('The database connection is closing.', 'InvalidStateError');
		// As a browser does when its disk is full: the transaction aborts, with the reason in `error`.
		const name = fault === 'full' ? 'QuotaExceededError' : 'AbortError';
		queueMicrotask(() => (transaction as unknown as { _abort(name: string): void })._abort(name));
	});

/** Opens a database as it stands, without Dexie. */
export const openRaw = (name: string, version?: number): Promise<IDBDatabase> =>
	new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

/** Deletes a database, without Dexie. */
export const deleteRaw = (name: string): Promise<void> =>
	new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});

/** Holds the write lock of every table, as a frozen tab does, until `release`. */
export async function holdLock(name: string): Promise<{ release: () => Promise<void> }> {
	const db = await openRaw(name);
	const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
	const [any] = db.objectStoreNames;
	let held = true;
	const spin = () => {
		if (held) transaction.objectStore(any!).count().onsuccess = spin;
	};
	spin();
	const over = new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
	return {
		async release() {
			held = false;
			await over;
			db.close();
		}
	};
}

/** Waits for work that hangs until its patience ends, without the waiting. */
export async function outOfPatience<T>(work: () => Promise<T>): Promise<T> {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		let over = false;
		const result = work().finally(() => (over = true));
		result.catch(() => {});
		while (!over) {
			await new Promise((resolve) => setImmediate(resolve));
			vi.advanceTimersByTime(1000);
		}
		return await result;
	} finally {
		vi.useRealTimers();
	}
}
