import type { DexieOptions } from 'dexie';
import type { Migration } from '../migrations/migration';
import { endWithPage } from './put-away';

/** How every database is opened: of strict durability, at its declared version only, and never by itself. */
export const strictOptions = (
	name: string,
	versions: readonly Migration[],
	factory: IDBFactory | undefined
): DexieOptions => ({
	chromeTransactionDurability: 'strict',
	// Dexie's cache would show what is not yet stored.
	cache: 'disabled',
	// Or a live query would bring a deleted database back, empty.
	autoOpen: false,
	indexedDB: factory && onlyAt(factory, name, nativeVersion(versions))
});

/** Dexie's version 1 is IndexedDB's 10. */
const nativeVersion = (versions: readonly Migration[]): number =>
	Math.max(...versions.map(({ version }) => version)) * 10;

/**
 * Dexie 4 answers a VersionError by opening the newer database all the same, and adds to it, under a yet higher
 * version, every table and index that it misses: code of yesterday would rewrite the data of today. So it gets a
 * factory that opens this database at its declared version only.
 */
function onlyAt(factory: IDBFactory, name: string, declared: number): IDBFactory {
	return {
		open(wanted: string, version?: number) {
			if (wanted === name && version === undefined)
				throw new DOMException('The database is newer than this code.', 'VersionError');
			if (wanted === name && version !== declared)
				throw new DOMException('The database lacks tables or indexes.', 'NotFoundError');
			const request = factory.open(wanted, version);
			request.addEventListener('upgradeneeded', () => endWithPage(request.transaction!));
			return request;
		},
		deleteDatabase: (wanted) => factory.deleteDatabase(wanted),
		// Always there, or Dexie keeps a list of names in a database of its own.
		databases: () => factory.databases?.() ?? Promise.resolve([]),
		cmp: (first, second) => factory.cmp(first, second)
	};
}

/** The browser's IndexedDB; undefined where there is none or it may not even be named. */
export function browserFactory(): IDBFactory | undefined {
	try {
		return globalThis.indexedDB ?? undefined;
	} catch {
		return undefined;
	}
}
