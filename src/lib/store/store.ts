import type {
	AcceptedRecord,
	AttemptLog,
	AttemptRecord,
	DraftRecord,
	EventRecord,
	HandInRecord,
	Happening,
	History,
	PreferenceRecord,
	ProfileRecord,
	Records,
	ResponseRecord,
	Stamp,
	SubmissionRecord
} from '#lib/progress/record';
import type { Question } from '#lib/quiz/question';
import type { KeyPair } from '#lib/training/keys/key-pair';
import type { Assigned, NewAccepted, NewHandIn } from './assigned';
import type { Learners } from './learners';

/** A record before the store stamps it, inside the transaction. The caller makes the id, so that a repeated write is one. */
export type Unstamped<T extends Stamp> = Omit<T, keyof Stamp> & { readonly id: string };
export type NewDraft = Omit<DraftRecord, keyof Stamp>;
export type NewEvent = Happening & { readonly id: string };

/** Why answers are not kept on this device. */
export type Trouble =
	/** IndexedDB is missing or refused (a private window, a blocked site, an embedded page). */
	| 'blocked'
	/** The device or the browser's share of it is full. */
	| 'full'
	/** A newer version of the app has written the database: it is only read. */
	| 'newer'
	/** It was damaged, or deleted from under the app. */
	| 'broken';

/**
 * What a write gives. `durable` is true only after the `complete` of a transaction of durability `strict`: nothing else
 * may be called saved. False: it is held in memory, and becomes durable when `watchState` next says `unsaved: 0`.
 */
export interface Written<T> {
	/** As it was stamped. */
	readonly record: T;
	readonly durable: boolean;
}

export interface StoreState {
	readonly trouble: Trouble | null;
	/** Records that are held in memory only. */
	readonly unsaved: number;
}

/**
 * Where records are kept. A write resolves when the record stands (in IndexedDB: after the transaction's `complete`)
 * and not before, and says whether that is durable; it rejects with a `StoreError` having written nothing. `openStore`
 * gives a store whose writes fall back to memory instead of rejecting, so that its callers look at `durable` alone.
 * What is written must be plain data (no proxies); what cannot be cloned rejects with the platform's own error.
 */
export interface Store {
	/**
	 * The learner profile that this store reads and writes for, from when it was opened. The first call makes one without
	 * a name, whichever tabs make it at once.
	 */
	profile(): Promise<ProfileRecord>;
	/** Names a learner profile, this store's own unless another is given, or names it anew. */
	nameProfile(name: string, profile?: string): Promise<Written<ProfileRecord>>;
	profiles(): Promise<Learners>;
	/** Calls back at once and after each change, whichever tab made it. Returns the way to stop. */
	watchProfiles(changed: (learners: Learners) => void): () => void;
	/** One more learner profile; it does not become the current one. Rejects where it would not be durable. */
	addProfile(name: string): Promise<Written<ProfileRecord>>;
	/**
	 * Makes another profile the current one of the device, and the one that this store reads and writes for. Other open
	 * stores go on for theirs until they are opened anew: `watchProfiles` tells them. False where there is no such
	 * profile. Rejects where it would not be durable.
	 */
	switchProfile(id: string): Promise<boolean>;
	/**
	 * Erases the person with this profile: all rows in all tables, under each of her profiles, with a tombstone. Open
	 * stores forget them, and what they still write for her is not kept. Rejects where it would not be durable.
	 */
	eraseProfile(id: string): Promise<void>;
	/** Writes the attempt and the questions that it drew in one transaction. */
	addAttempt(
		attempt: Unstamped<AttemptRecord>,
		questions: readonly Question[]
	): Promise<Written<AttemptRecord>>;
	saveDraft(draft: NewDraft): Promise<Written<DraftRecord>>;
	addResponse(response: Unstamped<ResponseRecord>): Promise<Written<ResponseRecord>>;
	/**
	 * Ends an attempt, with the last responses to it (a test's are all marked at its end), in one transaction. The first
	 * submission of an attempt is kept: a later one writes nothing and gives the first back.
	 */
	addSubmission(
		submission: Unstamped<SubmissionRecord>,
		responses?: readonly Unstamped<ResponseRecord>[]
	): Promise<Written<SubmissionRecord>>;
	addEvent(event: NewEvent): Promise<Written<EventRecord>>;
	/** Null also for an attempt that belongs to another person. */
	attempt(id: string): Promise<AttemptLog | null>;
	/** That of the highest sequence, in any mode; null where there is none. */
	latestAttempt(lesson: string): Promise<AttemptRecord | null>;
	history(): Promise<History>;
	preferences(): Promise<readonly PreferenceRecord[]>;
	setPreference(name: string, value: unknown): Promise<Written<PreferenceRecord>>;
	assigned(): Promise<Assigned>;
	/**
	 * Takes an assignment in; a higher revision takes the place of a lower one, and one that is there already is left as it
	 * is. Gives what is there then.
	 */
	acceptAssignment(accepted: NewAccepted): Promise<Written<AcceptedRecord>>;
	/** Takes it off the list; accepting it again brings it back. */
	removeAssignment(accepted: AcceptedRecord): Promise<Written<AcceptedRecord>>;
	/** A hand-in that is there already is left as it is. */
	addHandIn(handIn: NewHandIn): Promise<Written<HandInRecord>>;
	/** Keeps the trainer's word that it arrived. */
	setReceipt(handIn: HandInRecord, receipt: string): Promise<Written<HandInRecord>>;
	/** The key that hand-ins are signed with on this device, made with the first. Never in a file, never merged. */
	deviceKey(make: () => Promise<KeyPair>): Promise<KeyPair>;
	/** Calls back at once and after each change, whichever tab made it. Returns the way to stop. */
	watchAssigned(changed: (assigned: Assigned) => void): () => void;
	watchAttempt(id: string, changed: (log: AttemptLog | null) => void): () => void;
	watchHistory(changed: (history: History) => void): () => void;
	/** Everything, for a file. */
	records(): Promise<Records>;
	/**
	 * Adds what is not there, by id (drafts, profiles and preferences: the highest sequence). Twice changes nothing. What
	 * a tombstone on either side erased does not come back, and goes where it still is. A store without a profile takes
	 * over the one that wrote last in `records`.
	 */
	merge(records: Records): Promise<{ readonly durable: boolean }>;
	/** Calls back at once and after each change. */
	watchState(changed: (state: StoreState) => void): () => void;
	/** Tries at once to make durable what is held in memory only; gives the state after it. */
	retry(): Promise<StoreState>;
	close(): void;
}

export class StoreError extends Error {
	override readonly name = 'StoreError';
	constructor(
		readonly trouble: Trouble,
		options?: ErrorOptions
	) {
		super(`The store is not usable: ${trouble}.`, options);
	}
}

/** What a store needs from outside: it reads no clock and makes no randomness of its own. */
export interface StoreContext {
	/** Of the database and the locks: holds the course's id and the base path, since two courses can share an origin. */
	readonly name: string;
	readonly app: string;
	readonly content: string;
	readonly now: () => number;
	/** A new UUIDv7. */
	readonly newId: () => string;
}
