import type { Table } from 'dexie';
import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type {
	NewDraft,
	NewEvent,
	Store,
	StoreContext,
	StoreState,
	Unstamped,
	Written
} from '../store';
import { Connection, type DexieOptions } from './connection';
import type { Database } from './database';
import * as reading from './reading';
import { mergeRecords, stampFor, theProfile } from './writing';

/** The store in IndexedDB. Its writes are durable or reject. */
export class DexieStore implements Store {
	readonly #context: StoreContext;
	readonly #connection: Connection;
	readonly #db: Database;

	constructor(context: StoreContext, options: DexieOptions = {}) {
		this.#context = context;
		this.#connection = new Connection(context.name, options);
		this.#db = this.#connection.db;
	}

	/** Opens the database; gives the current profile if there is one. */
	open(): Promise<rec.ProfileRecord | null> {
		return this.#connection.run('r', () => reading.readProfile(this.#db));
	}

	profile(): Promise<rec.ProfileRecord> {
		return this.#connection.run('rw', () => theProfile(this.#db, this.#context));
	}

	nameProfile(name: string): Promise<Written<rec.ProfileRecord>> {
		return this.#write(async () => {
			const { profile: id, device, sequence, at } = await this.#stamp(null);
			const record = { id, name, sequence, device, at };
			await this.#db.profiles.put(record);
			return record;
		});
	}

	addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		const rows = questions.map((question) => ({ key: questionKey(question), question }));
		return this.#append(this.#db.attempts, attempt, attempt.id, () =>
			this.#db.questions.bulkPut(rows)
		);
	}

	saveDraft(draft: NewDraft): Promise<Written<rec.DraftRecord>> {
		return this.#write(async () => {
			const record = { ...draft, ...(await this.#stamp(draft.attempt)) };
			await this.#db.drafts.put(record);
			return record;
		});
	}

	addResponse(response: Unstamped<rec.ResponseRecord>) {
		return this.#append(this.#db.responses, response, response.attempt);
	}

	addSubmission(
		submission: Unstamped<rec.SubmissionRecord>,
		responses: readonly Unstamped<rec.ResponseRecord>[] = []
	) {
		return this.#write(async () => {
			const { id, attempt } = submission;
			const stored =
				(await this.#db.submissions.get(id)) ?? (await reading.firstSubmission(this.#db, attempt));
			if (stored) return stored;
			for (const response of responses) {
				const stamp = await this.#stamp(attempt);
				await this.#db.responses.put({ ...response, ...stamp });
			}
			const record = { ...submission, ...(await this.#stamp(attempt)) };
			await this.#db.submissions.add(record);
			return record;
		});
	}

	addEvent(event: NewEvent): Promise<Written<rec.EventRecord>> {
		return this.#append(this.#db.events, event, 'attempt' in event ? event.attempt : null);
	}

	attempt(id: string) {
		return this.#connection.run('r', () => reading.readAttempt(this.#db, id));
	}

	latestAttempt(lesson: string) {
		return this.#connection.run('r', () => reading.readLatest(this.#db, lesson));
	}

	history() {
		return this.#connection.run('r', () => reading.readHistory(this.#db));
	}

	preferences() {
		return this.#connection.run('r', () => reading.readPreferences(this.#db));
	}

	setPreference(name: string, value: unknown): Promise<Written<rec.PreferenceRecord>> {
		return this.#write(async () => {
			const { profile, device, sequence, at } = await this.#stamp(null);
			const record = { profile, name, value, sequence, device, at };
			await this.#db.preferences.put(record);
			return record;
		});
	}

	watchAttempt(id: string, changed: (log: rec.AttemptLog | null) => void) {
		return this.#connection.watch(() => reading.readAttempt(this.#db, id), changed);
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#connection.watch(() => reading.readHistory(this.#db), changed);
	}

	records() {
		return this.#connection.run('r', () => reading.readRecords(this.#db));
	}

	async merge(records: rec.Records) {
		const { durable } = await this.#write(() => mergeRecords(this.#db, this.#context, records));
		return { durable };
	}

	watchState(changed: (state: StoreState) => void) {
		return this.#connection.state.watch(changed);
	}

	async retry() {
		return this.#connection.state.value;
	}

	close(): void {
		this.#connection.close();
	}

	#stamp(attempt: string | null) {
		return stampFor(this.#db, this.#context, attempt);
	}

	/** Adds a row, or gives the stored one of the same id back. `before`: what else is written, if it is not there. */
	#append<T extends rec.Stamp>(
		table: Table<T, string>,
		row: { readonly id: string },
		attempt: string | null,
		before: () => Promise<unknown> = async () => undefined
	): Promise<Written<T>> {
		return this.#write(async () => {
			const stored = await table.get(row.id);
			if (stored) return stored;
			await before();
			const record = { ...row, ...(await this.#stamp(attempt)) } as T;
			await table.add(record);
			return record;
		});
	}

	async #write<T>(work: () => Promise<T>): Promise<Written<T>> {
		const record = await this.#connection.run('rw', work);
		return { record, durable: true };
	}
}
