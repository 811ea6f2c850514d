import type {
	AttemptLog,
	AttemptRecord,
	DraftRecord,
	EventRecord,
	Happening,
	History,
	Mode,
	PreferenceRecord,
	ProfileRecord,
	Records,
	ResponseRecord,
	Stamp,
	SubmissionRecord
} from '#lib/progress/record';
import type { Question } from '#lib/quiz/question';

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

export interface StoreState {
	readonly trouble: Trouble | null;
	/** Records that are held in memory only. */
	readonly unsaved: number;
}

/**
 * Where records are kept. Every write resolves when it is durable (in IndexedDB: when the transaction of durability
 * `strict` has completed) and not before; it rejects with a `StoreError` when it is not, having written nothing.
 */
export interface Store {
	profile(): Promise<ProfileRecord>;
	/** Writes the attempt and the questions that it drew in one transaction. */
	addAttempt(attempt: Unstamped<AttemptRecord>, questions: readonly Question[]): Promise<AttemptRecord>;
	saveDraft(draft: NewDraft): Promise<DraftRecord>;
	addResponse(response: Unstamped<ResponseRecord>): Promise<ResponseRecord>;
	/** The first submission of an attempt is kept; a later one gives the first back. */
	addSubmission(submission: Unstamped<SubmissionRecord>): Promise<SubmissionRecord>;
	addEvent(event: NewEvent): Promise<EventRecord>;
	attempt(id: string): Promise<AttemptLog | null>;
	/** Highest sequence first; null where there is none. */
	latestAttempt(lesson: string, mode: Mode): Promise<AttemptRecord | null>;
	history(): Promise<History>;
	preferences(): Promise<readonly PreferenceRecord[]>;
	setPreference(name: string, value: unknown): Promise<PreferenceRecord>;
	/** Calls back at once and after each change, whichever tab made it. Returns the way to stop. */
	watchAttempt(id: string, changed: (log: AttemptLog | null) => void): () => void;
	watchHistory(changed: (history: History) => void): () => void;
	/** Everything, for a file. */
	records(): Promise<Records>;
	/** Adds what is not there, by id (drafts, profiles and preferences: the highest sequence). Twice changes nothing. */
	merge(records: Records): Promise<void>;
	watchState(changed: (state: StoreState) => void): () => void;
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
