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
import { strictOptions } from './strict-options';

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
		super(name, strictOptions(name, versions, factory));
		declareVersions(this, versions, ran);
	}
}
