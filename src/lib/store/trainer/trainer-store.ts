import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import type { TrainerRecords, TrainerTombstone } from '#lib/training/trainer-records';

export type { TrainerRecords, TrainerTombstone };

/** Who gives assignments on this device. */
export interface TrainerRecord {
	/** One row. */
	readonly id: 'trainer';
	/** Shown to learners; empty until it is needed. */
	readonly name: string;
	/** Of the keys that sign; others were handed over, and open hand-ins. */
	readonly keys: string;
	/** When the keys were last put into a backup; null for never. */
	readonly backedUp: number | null;
}

/** One collected hand-in and what follows from it, written together. */
export interface Collected {
	readonly handIn: CollectedHandIn;
	/** Of its learner, with this hand-in in it. */
	readonly result: LearnerResult;
	/** Its device is to be pinned for its learner, who has none. */
	readonly pins: boolean;
}

/**
 * The trainer's side: a database of its own beside the learners', so that thousands of hand-ins slow nobody's lessons.
 * Every write resolves after its transaction's `complete`, of durability `strict`, and otherwise rejects with a
 * StoreError: without a database that keeps, nothing is given out or collected.
 */
export interface TrainerStore {
	trainer(): Promise<TrainerRecord | null>;
	/** Changes the record in a transaction: `change` gets it as it is now, null where there is none. Gives what is there then. */
	changeTrainer(change: (now: TrainerRecord | null) => TrainerRecord): Promise<TrainerRecord>;
	keys(): Promise<readonly TrainerKeys[]>;
	putKeys(keys: TrainerKeys): Promise<void>;
	/** Newest first. */
	assignments(): Promise<readonly GivenAssignment[]>;
	assignment(id: string): Promise<GivenAssignment | null>;
	/** Tells, without reading its roster, whether somebody changed an assignment; null where there is none. */
	editionOf(id: string): Promise<number | null>;
	/**
	 * Changes one in a transaction: `change` gets it as it is now (null: there is none) and gives the new one, whose
	 * edition and time are set here, or null to leave it. Gives what is there afterwards. Hand-ins of a device that is
	 * newly pinned in it become its member's, and confirmed; those of `moved.from` become those of `moved.to`. The results
	 * of both have to be made anew.
	 */
	changeAssignment(
		id: string,
		change: (now: GivenAssignment | null) => GivenAssignment | null,
		moved?: { readonly from: string; readonly to: string }
	): Promise<GivenAssignment | null>;
	/** Which of these digests are there already. */
	collected(digests: readonly string[]): Promise<ReadonlySet<string>>;
	handInsOf(assignment: string, learner: string): Promise<readonly CollectedHandIn[]>;
	/**
	 * All in one transaction. A hand-in that is there already is left as it is, one that was erased is not kept. Where
	 * another tab has pinned another device meanwhile, that stays, and the hand-in is unconfirmed.
	 */
	addCollected(rows: readonly Collected[]): Promise<void>;
	result(assignment: string, learner: string): Promise<LearnerResult | null>;
	/** Goes through all of an assignment in pieces, so that no number of them fills the memory. */
	eachResult(
		assignment: string,
		visit: (results: readonly LearnerResult[]) => void | Promise<void>
	): Promise<void>;
	/** All hand-ins of an assignment, without what is in them. */
	receivedIn(assignment: string): Promise<readonly Omit<CollectedHandIn, 'packed'>[]>;
	/** Learners of an assignment who handed in and have no result: another device or a pin has changed whose is what. */
	withoutResult(assignment: string): Promise<readonly string[]>;
	/** Results that were made anew; one of another number of hand-ins than are there by now is not kept. */
	putResults(results: readonly LearnerResult[]): Promise<void>;
	tombstones(): Promise<readonly TrainerTombstone[]>;
	/** Erases with tombstones (whose `names` and `handIns` are filled in here), results and hand-ins too; all or nothing. */
	erase(...tombstones: readonly TrainerTombstone[]): Promise<void>;
	records(): Promise<TrainerRecords>;
	/** Adds what is not there and was not erased; twice changes nothing. Results have to be made for what is new. */
	merge(records: TrainerRecords): Promise<void>;
	/** Calls back after each change, whichever tab made it. Returns the way to stop. */
	watch(changed: () => void): () => void;
	close(): void;
}
