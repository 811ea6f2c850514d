import Dexie, { type Table } from 'dexie';
import type {
	AcceptedRecord,
	AttemptRecord,
	DraftRecord,
	EventRecord,
	HandInRecord,
	PreferenceRecord,
	ProfileRecord,
	QuestionRecord,
	ResponseRecord,
	SubmissionRecord,
	TombstoneRecord
} from '#lib/progress/record';
import type { KeyPair } from '#lib/training/keys/key-pair';
import { declareVersions, type Migration } from '../migrations/migration';
import { migrations } from '../migrations/migrations';

/** This device, in the one row of its table: never in a file, never merged. */
export interface Device {
	readonly id: string;
	/** The highest sequence that it gave or met. */
	readonly highest: number;
	/** The current learner profile. */
	readonly profile: string | null;
}

/** This device's own key, in the one row of its table: never in a file, never merged. */
export interface DeviceKey {
	readonly id: 'device';
	readonly pair: KeyPair;
}

/*
 * !!! THE NAMES OF TABLES AND INDEXES BELOW STAND IN THE DATABASES OF EVERY STUDENT. !!!
 *
 * A name that changes here without a migration loses what is stored under the old one. They come from
 * `../migrations/`: never edit a released migration, add the next one.
 */
export class Database extends Dexie {
	declare readonly questions: Table<QuestionRecord, string>;
	declare readonly attempts: Table<AttemptRecord, string>;
	declare readonly drafts: Table<DraftRecord, [string, string, string]>;
	declare readonly responses: Table<ResponseRecord, string>;
	declare readonly submissions: Table<SubmissionRecord, string>;
	declare readonly events: Table<EventRecord, string>;
	declare readonly profiles: Table<ProfileRecord, string>;
	declare readonly preferences: Table<PreferenceRecord, [string, string]>;
	declare readonly tombstones: Table<TombstoneRecord, string>;
	declare readonly assignments: Table<AcceptedRecord, [string, string]>;
	declare readonly handIns: Table<HandInRecord, string>;
	declare readonly keys: Table<DeviceKey, string>;
	declare readonly devices: Table<Device, string>;

	constructor(
		name: string,
		factory?: IDBFactory,
		versions: readonly Migration[] = migrations,
		ran?: (migration: Migration) => void
	) {
		super(name, {
			chromeTransactionDurability: 'strict',
			// Dexie's cache would show what is not yet stored.
			cache: 'disabled',
			// Or a live query would bring a deleted database back, empty.
			autoOpen: false,
			indexedDB: factory && onlyAt(factory, name, nativeVersion(versions))
		});
		declareVersions(this, versions, ran);
	}
}

/** Dexie's version 1 is IndexedDB's 10. */
export const nativeVersion = (versions: readonly Migration[]): number =>
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
			return factory.open(wanted, version);
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
