import { liveQuery, type Table } from 'dexie';
import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import {
	StoreError,
	type NewDraft,
	type NewEvent,
	type Store,
	type StoreContext,
	type StoreState,
	type Trouble,
	type Unstamped,
	type Written
} from '../store';
import { troubleOf } from '../trouble';
import { Watched } from '../watched';
import { browserFactory, Database } from './database';
import { inTime } from './in-time';
import * as reading from './reading';
import { mergeRecords, stampFor, theProfile } from './writing';

export interface DexieOptions {
	/** Milliseconds after which an open or a transaction is given up. */
	readonly patience?: number;
	/** A newer version of the app wants the database: it was closed, and the page should reload. */
	readonly onoutdated?: () => void;
	readonly factory?: IDBFactory;
}

/** In milliseconds. */
export const defaultPatience = 5000;

/** The store in IndexedDB. Its writes are durable or reject. */
export class DexieStore implements Store {
	readonly #db: Database;
	readonly #context: StoreContext;
	readonly #options: DexieOptions;
	readonly #running = new Set<Promise<unknown>>();
	readonly #state = new Watched<StoreState>({ trouble: null, unsaved: 0 });
	#shut: Trouble | null = null;
	#opened = false;

	constructor(context: StoreContext, options: DexieOptions = {}) {
		this.#context = context;
		this.#options = options;
		this.#db = new Database(context.name, options.factory ?? browserFactory());
		this.#db.on('versionchange', (event) => {
			void this.#giveWay(event.newVersion);
			return false; // Dexie's own handler would close in the middle of writes.
		});
		this.#db.on('close', () => {
			if (this.#opened && !this.#shut) this.#tell('broken');
			this.#opened = false;
		});
	}

	/** Opens the database; gives the current profile if there is one. */
	open(): Promise<rec.ProfileRecord | null> {
		return this.#run('r', () => reading.readProfile(this.#db));
	}

	profile(): Promise<rec.ProfileRecord> {
		return this.#run('rw', () => theProfile(this.#db, this.#context));
	}

	addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		const rows = questions.map((question) => ({ key: questionKey(question), question }));
		return this.#append(this.#db.attempts, attempt, attempt.id, async () => {
			await this.#db.questions.bulkPut(rows);
			return undefined;
		});
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

	addSubmission(submission: Unstamped<rec.SubmissionRecord>) {
		const first = () => reading.firstSubmission(this.#db, submission.attempt);
		return this.#append(this.#db.submissions, submission, submission.attempt, first);
	}

	addEvent(event: NewEvent): Promise<Written<rec.EventRecord>> {
		return this.#append(this.#db.events, event, 'attempt' in event ? event.attempt : null);
	}

	attempt(id: string) {
		return this.#run('r', () => reading.readAttempt(this.#db, id));
	}

	latestAttempt(lesson: string, mode: rec.Mode) {
		return this.#run('r', () => reading.readLatest(this.#db, lesson, mode));
	}

	history() {
		return this.#run('r', () => reading.readHistory(this.#db));
	}

	preferences() {
		return this.#run('r', () => reading.readPreferences(this.#db));
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
		return this.#watch(() => reading.readAttempt(this.#db, id), changed);
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#watch(() => reading.readHistory(this.#db), changed);
	}

	records() {
		return this.#run('r', () => reading.readRecords(this.#db));
	}

	async merge(records: rec.Records) {
		const { durable } = await this.#write(() => mergeRecords(this.#db, this.#context, records));
		return { durable };
	}

	watchState(changed: (state: StoreState) => void) {
		return this.#state.watch(changed);
	}

	async retry() {
		return this.#state.value;
	}

	close(): void {
		this.#shut ??= 'broken';
		void this.#idle().then(() => this.#db.close());
	}

	#stamp(attempt: string | null) {
		return stampFor(this.#db, this.#context, attempt);
	}

	/** Adds a row, or gives the stored one back: that of the same id, or what `first` finds. */
	#append<T extends rec.Stamp>(
		table: Table<T, string>,
		row: { readonly id: string },
		attempt: string | null,
		first: () => Promise<T | undefined> = async () => undefined
	): Promise<Written<T>> {
		return this.#write(async () => {
			const stored = (await table.get(row.id)) ?? (await first());
			if (stored) return stored;
			const record = { ...row, ...(await this.#stamp(attempt)) } as T;
			await table.add(record);
			return record;
		});
	}

	async #write<T>(work: () => Promise<T>): Promise<Written<T>> {
		const record = await this.#run('rw', work);
		if (this.#state.value.trouble) this.#tell(null);
		return { record, durable: true };
	}

	async #run<T>(mode: 'r' | 'rw', work: () => Promise<T>): Promise<T> {
		if (this.#shut) throw new StoreError(this.#shut);
		const running = inTime(this.#db, mode, this.#options.patience ?? defaultPatience, work);
		this.#running.add(running);
		try {
			const result = await running;
			this.#opened = true;
			return result;
		} finally {
			this.#running.delete(running);
		}
	}

	#watch<T>(query: () => Promise<T>, changed: (value: T) => void): () => void {
		let stop: (() => void) | null = () => {};
		const failed = (error: unknown) => stop && this.#tell(troubleOf(error) ?? 'broken');
		const live = liveQuery(() => this.#db.transaction('r', this.#db.tables, query));
		// A database that does not open is told by the first write or read; who falls back then watches anew.
		if (this.#shut) return () => {};
		void this.#db.open().then(
			() => {
				if (!stop) return;
				const subscription = live.subscribe(changed, failed);
				stop = () => subscription.unsubscribe();
			},
			() => {}
		);
		return () => {
			stop?.();
			stop = null;
		};
	}

	/** Another connection wants to upgrade the database, or (null) to delete it: lets the writes end, then closes. */
	async #giveWay(version: number | null): Promise<void> {
		await this.#idle();
		if (version) this.#shut = 'newer';
		this.#db.close();
		if (!version) return;
		this.#tell('newer');
		this.#options.onoutdated?.();
	}

	async #idle(): Promise<void> {
		while (this.#running.size) await Promise.allSettled(this.#running);
	}

	#tell(trouble: Trouble | null): void {
		this.#state.value = { trouble, unsaved: 0 };
	}
}
