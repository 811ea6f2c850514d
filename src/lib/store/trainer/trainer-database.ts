import Dexie, { type Table } from 'dexie';
import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { strictOptions } from '../dexie/strict-options';
import { declareVersions, type Migration } from '../migrations/migration';
import { trainerMigrations } from './migrations/migrations';
import type { TrainerRecord, TrainerTombstone } from './trainer-store';

/** A hand-in without its content, which stands apart: a ledger of thousands is read without it. */
export type HandInRow = Omit<CollectedHandIn, 'packed'>;
export type PackRow = Pick<CollectedHandIn, 'id' | 'packed'>;
/** The device that is taken for a member's. Apart from the roster: collecting pins, and must not write all of it each time. */
export interface PinRow {
	readonly assignment: string;
	readonly member: string;
	readonly device: string;
	readonly profile: string;
}

/*
 * !!! THE NAMES OF TABLES AND INDEXES STAND IN THE DATABASES OF EVERY TRAINER. !!!
 *
 * A name that changes here without a migration loses what is stored under the old one. They come from
 * `./migrations/`: never edit a released migration, add the next one.
 */
export class TrainerDatabase extends Dexie {
	declare readonly trainer: Table<TrainerRecord, string>;
	/** CryptoKeys as they are: the browser keeps what is not extractable without showing it. */
	declare readonly keys: Table<TrainerKeys, string>;
	/** With a roster in which no device stands. */
	declare readonly assignments: Table<GivenAssignment, string>;
	declare readonly pins: Table<PinRow, [string, string]>;
	declare readonly handIns: Table<HandInRow, string>;
	declare readonly packs: Table<PackRow, string>;
	declare readonly results: Table<LearnerResult, [string, string]>;
	declare readonly tombstones: Table<TrainerTombstone, string>;

	constructor(
		name: string,
		factory?: IDBFactory,
		versions: readonly Migration[] = trainerMigrations,
		ran?: (migration: Migration) => void
	) {
		super(name, strictOptions(name, versions, factory));
		declareVersions(this, versions, ran);
	}
}
