import type Dexie from 'dexie';
import { StoreError } from '../store';
import { asStoreError } from '../trouble';
import { endWithPage, whenShown } from './put-away';

/**
 * Opens the database if need be, does `work` in one transaction over all tables and resolves after its `complete`.
 * What has not ended after `patience` milliseconds is aborted and rejects: then nothing was written, nor will be. (An
 * open can hang for ever behind an old tab or a browser's bug, a transaction behind the lock of a frozen tab.)
 */
export const inTime = <T>(
	db: Dexie,
	mode: 'r' | 'rw',
	patience: number,
	work: () => Promise<T>
): Promise<T> => whenShown(() => once(db, mode, patience, work));

function once<T>(
	db: Dexie,
	mode: 'r' | 'rw',
	patience: number,
	work: () => Promise<T>
): Promise<T> {
	let late = false;
	let native: IDBTransaction | undefined;
	let end = () => {};
	let opening = true;

	const run = async () => {
		await opened(db);
		opening = false;
		if (late) return undefined as never;
		// Async itself, which Dexie looks at: else it takes a transaction for over whose work awaits functions of its own.
		return await db.transaction(mode, db.tables, async (transaction) => {
			native = transaction.idbtrans;
			endWithPage(native, end);
			if (late) throw new StoreError('broken');
			return await work();
		});
	};

	return new Promise((resolve, reject) => {
		end = () => reject(new StoreError('broken'));
		const timer = setTimeout(() => {
			late = true;
			try {
				native?.abort();
			} catch {
				return; // It is being committed: its own end will tell how it went.
			}
			reject(new StoreError(opening ? 'blocked' : 'broken'));
		}, patience);
		run()
			.then(resolve, (error) =>
				reject(asStoreError(withReason(error, native), opening ? 'opening' : 'open'))
			)
			.finally(() => clearTimeout(timer));
	});
}

const underWay = new WeakMap<Dexie, Promise<unknown>>();

/** Not left to Dexie, which would not try again after an open that failed, and lets those that wait overtake each other. */
function opened(db: Dexie): Promise<unknown> {
	const promise = underWay.get(db) ?? Promise.resolve(db.open());
	underWay.set(db, promise);
	return promise.finally(() => underWay.delete(db));
}

/** A request of an aborted transaction says AbortError; why it was aborted stands in the transaction. */
const withReason = (error: unknown, native: IDBTransaction | undefined): unknown =>
	native?.error ? new AggregateError([error, native.error]) : error;
