import Dexie from 'dexie';
import type { LearnerResult } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { Connection, type DexieOptions } from '../dexie/connection';
import { browserFactory } from '../dexie/strict-options';
import { addHandIns, changeGiven, putCounted, withPacks } from './collecting-rows';
import { readAllGiven, readGiven } from './given-rows';
import { TrainerDatabase, type HandInRow } from './trainer-database';
import { eraseWith, mergeTrainer } from './trainer-merging';
import type {
	Collected,
	TrainerRecord,
	TrainerRecords,
	TrainerStore,
	TrainerTombstone
} from './trainer-store';
import { within } from './within';

/** What reads or writes whole tables may take so many times longer than a single record. */
const patienceForAll = 24;
/** Results that are in memory at once. */
const pieceOfResults = 50;
/** Hand-ins without their content that are read at once. */
const pieceOfRows = 500;

export interface TrainerContext {
	/** Of the database: holds the course's id and the base path, since two courses can share an origin. */
	readonly name: string;
	readonly now: () => number;
}

/** The trainer's side in IndexedDB. Its writes are durable or reject with a StoreError. */
export class DexieTrainerStore implements TrainerStore {
	readonly #now: () => number;
	readonly #connection: Connection<TrainerDatabase>;
	readonly #db: TrainerDatabase;

	constructor({ name, now }: TrainerContext, options: DexieOptions = {}) {
		const factory = options.factory ?? browserFactory();
		this.#now = now;
		this.#connection = new Connection(new TrainerDatabase(name, factory), options);
		this.#db = this.#connection.db;
	}

	async trainer() {
		return (await this.#read(() => this.#db.trainer.get('trainer'))) ?? null;
	}

	changeTrainer(change: (now: TrainerRecord | null) => TrainerRecord) {
		return this.#write(async () => {
			const changed = change((await this.#db.trainer.get('trainer')) ?? null);
			await this.#db.trainer.put(changed);
			return changed;
		});
	}

	keys() {
		return this.#read(() => this.#db.keys.toArray());
	}

	async putKeys(keys: TrainerKeys) {
		await this.#write(() => this.#db.keys.put(keys));
	}

	async assignments() {
		const all = await this.#read(() => readAllGiven(this.#db));
		// Ids are UUIDv7: they sort by when they were made.
		return all.sort((a, b) => (a.id < b.id ? 1 : -1));
	}

	assignment(id: string) {
		return this.#read(() => readGiven(this.#db, id));
	}

	async editionOf(id: string) {
		const keys = this.#db.assignments.where('[id+edition]').between(...within(id));
		const [key] = (await this.#read(() => keys.keys())) as unknown as [string, number][];
		return key?.[1] ?? null;
	}

	changeAssignment(...[id, change, moved]: Parameters<TrainerStore['changeAssignment']>) {
		return this.#write(() => changeGiven(this.#db, id, change, this.#now(), moved));
	}

	async collected(digests: readonly string[]) {
		const found = () => this.#db.handIns.where('id').anyOf(digests).primaryKeys();
		return new Set(await this.#read(found));
	}

	handInsOf(assignment: string, learner: string) {
		return this.#read(async () => {
			const rows = this.#db.handIns.where('[assignment+learner]').equals([assignment, learner]);
			return withPacks(this.#db, await rows.toArray());
		});
	}

	addCollected(rows: readonly Collected[]) {
		return this.#write(() => addHandIns(this.#db, rows), patienceForAll);
	}

	async result(assignment: string, learner: string) {
		return (await this.#read(() => this.#db.results.get([assignment, learner]))) ?? null;
	}

	async eachResult(...[assignment, visit]: Parameters<TrainerStore['eachResult']>) {
		const [first, last] = within(assignment);
		for (let after: readonly [string, string] = first; ;) {
			const piece: LearnerResult[] = await this.#read(() =>
				this.#db.results
					.where('[assignment+learner]')
					.between(after, last, false)
					.limit(pieceOfResults)
					.toArray()
			);
			if (piece.length) await visit(piece);
			if (piece.length < pieceOfResults) return;
			after = [assignment, piece.at(-1)!.learner];
		}
	}

	async receivedIn(assignment: string) {
		const all = this.#db.handIns.where('[assignment+learner]').between(...within(assignment));
		const ids = await this.#read(() => all.primaryKeys());
		const found: HandInRow[] = [];
		for (let from = 0; from < ids.length; from += pieceOfRows) {
			const piece = ids.slice(from, from + pieceOfRows);
			const rows = await this.#read(() => this.#db.handIns.bulkGet(piece));
			found.push(...rows.filter((row) => row !== undefined));
		}
		return found;
	}

	async withoutResult(assignment: string) {
		const learners = new Set((await this.receivedIn(assignment)).map(({ learner }) => learner));
		const results = this.#db.results.where('[assignment+learner]').between(...within(assignment));
		for (const [, learner] of await this.#read(() => results.primaryKeys()))
			learners.delete(learner);
		return [...learners];
	}

	putResults(results: readonly LearnerResult[]) {
		return this.#write(() => putCounted(this.#db, results));
	}

	tombstones() {
		return this.#read(() => this.#db.tombstones.toArray());
	}

	erase(...tombstones: readonly TrainerTombstone[]) {
		return this.#write(() => eraseWith(this.#db, tombstones), patienceForAll);
	}

	records(): Promise<TrainerRecords> {
		const all = async () => ({
			assignments: await readAllGiven(this.#db),
			handIns: await withPacks(this.#db, await this.#db.handIns.toArray()),
			tombstones: await this.#db.tombstones.toArray()
		});
		return this.#read(all, patienceForAll);
	}

	merge(records: TrainerRecords) {
		return this.#write(() => mergeTrainer(this.#db, records), patienceForAll);
	}

	watch(changed: () => void) {
		const own = `idb://${this.#db.name}/`;
		const heard = (parts: object) => {
			if (Object.keys(parts).some((part) => part.startsWith(own))) changed();
		};
		Dexie.on('storagemutated', heard);
		return () => Dexie.on('storagemutated').unsubscribe(heard);
	}

	close() {
		this.#connection.close();
	}

	#read<T>(work: () => PromiseLike<T>, times = 1): Promise<T> {
		return this.#connection.run('r', async () => work(), times);
	}

	#write<T>(work: () => PromiseLike<T>, times = 1): Promise<T> {
		return this.#connection.run('rw', async () => work(), times);
	}
}
