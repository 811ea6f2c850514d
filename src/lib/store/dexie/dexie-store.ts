import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type { KeyPair } from '#lib/training/keys/key-pair';
import { acceptedAfter, type Assigned, type NewAccepted, type NewHandIn } from '../assigned';
import type { RowOf } from '../identity';
import type { Learners } from '../learners';
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
import { Database } from './database';
import { addProfile, erasePerson, mergeRecords, switchDevice } from './merging';
import * as reading from './reading';
import * as learners from './reading-of-learners';
import { browserFactory } from './strict-options';
import { putUnlessErased, stampFor, theProfile, type Owner } from './writing';

/** What reads or writes whole tables may take so many times longer than a single record. */
const patienceForAll = 12;

/** The store in IndexedDB. Its writes are durable or reject. */
export class DexieStore implements Store {
	readonly #context: StoreContext;
	readonly #connection: Connection<Database>;
	readonly #db: Database;
	readonly #owner: Owner = { own: null, met: null };

	constructor(context: StoreContext, options: DexieOptions = {}) {
		this.#context = context;
		const factory = options.factory ?? browserFactory();
		this.#connection = new Connection(new Database(context.name, factory), options);
		this.#db = this.#connection.db;
	}

	/** Opens the database; gives the current profile if there is one. */
	async open(): Promise<rec.ProfileRecord | null> {
		const profile = await this.#read(() => learners.readProfile(this.#db, this.#owner.own));
		this.#owner.own ??= profile?.id ?? null;
		return profile;
	}

	async profile(): Promise<rec.ProfileRecord> {
		const { record } = await this.#write(() =>
			theProfile(this.#db, this.#context, this.#owner.own)
		);
		this.#owner.own ??= record.id;
		return record;
	}

	nameProfile(name: string, profile?: string): Promise<Written<rec.ProfileRecord>> {
		return this.#write(async () => {
			const { profile: own, device, sequence, at } = await this.#stamp(null);
			return await this.#put('profiles', { id: profile ?? own, name, sequence, device, at });
		});
	}

	profiles() {
		return this.#read(() => learners.readLearners(this.#db, this.#owner.own));
	}

	watchProfiles(changed: (learners: Learners) => void) {
		return this.#connection.watch(() => learners.readLearners(this.#db, this.#owner.own), changed);
	}

	addProfile(name: string): Promise<Written<rec.ProfileRecord>> {
		return this.#write(() => addProfile(this.#db, this.#context, name));
	}

	async switchProfile(id: string): Promise<boolean> {
		const { record } = await this.#write(() => switchDevice(this.#db, this.#context, id));
		if (record) this.#owner.own = id;
		return record;
	}

	async eraseProfile(id: string): Promise<void> {
		const erase = () => erasePerson(this.#db, this.#context, id, this.#owner.own);
		await this.#write(erase, patienceForAll);
		this.#owner.own = this.#owner.met = null;
		await this.open();
	}

	addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		const rows = questions.map((question) => ({ key: questionKey(question), question }));
		return this.#append('attempts', attempt, attempt.id, () => this.#db.questions.bulkPut(rows));
	}

	saveDraft(draft: NewDraft): Promise<Written<rec.DraftRecord>> {
		return this.#write(async () => {
			const record = { ...draft, ...(await this.#stamp(draft.attempt)) };
			return await this.#put('drafts', record);
		});
	}

	addResponse(response: Unstamped<rec.ResponseRecord>) {
		return this.#append('responses', response, response.attempt);
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
				await this.#put('responses', { ...response, ...stamp });
			}
			const record = { ...submission, ...(await this.#stamp(attempt)) };
			return await this.#put('submissions', record);
		});
	}

	addEvent(event: NewEvent): Promise<Written<rec.EventRecord>> {
		return this.#append('events', event, 'attempt' in event ? event.attempt : null);
	}

	attempt(id: string) {
		return this.#read(() => learners.readOwnAttempt(this.#db, this.#owner.own, id));
	}

	latestAttempt(lesson: string) {
		return this.#read(() => learners.readLatest(this.#db, this.#owner.own, lesson));
	}

	history() {
		return this.#read(() => learners.readHistory(this.#db, this.#owner.own));
	}

	preferences() {
		return this.#read(() => learners.readPreferences(this.#db, this.#owner.own));
	}

	setPreference(name: string, value: unknown): Promise<Written<rec.PreferenceRecord>> {
		return this.#write(async () => {
			const { profile, device, sequence, at } = await this.#stamp(null);
			return await this.#put('preferences', { profile, name, value, sequence, device, at });
		});
	}

	assigned() {
		return this.#read(() => learners.readAssigned(this.#db, this.#owner.own));
	}

	watchAssigned(changed: (assigned: Assigned) => void) {
		return this.#connection.watch(() => learners.readAssigned(this.#db, this.#owner.own), changed);
	}

	acceptAssignment(offered: NewAccepted): Promise<Written<rec.AcceptedRecord>> {
		return this.#write(async () => {
			const { profile, device, sequence, at } = await this.#stamp(null);
			const { accepted } = await learners.readAssigned(this.#db, profile);
			const stored = accepted.find(({ id }) => id === offered.id);
			const after = acceptedAfter(stored, offered);
			if (stored && !after) return stored;
			const stamp = { profile, device, sequence, at };
			return await this.#put('assignments', { ...(after ?? offered), ...stamp });
		});
	}

	removeAssignment(accepted: rec.AcceptedRecord): Promise<Written<rec.AcceptedRecord>> {
		return this.#write(async () => {
			const { device, sequence, at } = await this.#stamp(null);
			return await this.#put('assignments', { ...accepted, removed: true, device, sequence, at });
		});
	}

	addHandIn(handIn: NewHandIn): Promise<Written<rec.HandInRecord>> {
		return this.#write(async () => {
			const stored = await this.#db.handIns.get(handIn.id);
			if (stored) return stored;
			const { profile, device, sequence, at } = await this.#stamp(null);
			const stamp = { profile, device, sequence, at };
			return await this.#put('handIns', { ...handIn, receipt: null, ...stamp });
		});
	}

	setReceipt(handIn: rec.HandInRecord, receipt: string): Promise<Written<rec.HandInRecord>> {
		return this.#write(async () => {
			const { device, sequence, at } = await this.#stamp(null);
			return await this.#put('handIns', { ...handIn, receipt, device, sequence, at });
		});
	}

	async deviceKey(make: () => Promise<KeyPair>): Promise<KeyPair> {
		const known = await this.#read(() => this.#db.keys.get('device'));
		if (known) return known.pair;
		// Made before the transaction, which would be over before it was there.
		const pair = await make();
		const { record } = await this.#write(async () => {
			const stored = await this.#db.keys.get('device');
			if (!stored) await this.#db.keys.add({ id: 'device', pair });
			return stored?.pair ?? pair;
		});
		return record;
	}

	watchAttempt(id: string, changed: (log: rec.AttemptLog | null) => void) {
		return this.#connection.watch(
			() => learners.readOwnAttempt(this.#db, this.#owner.own, id),
			changed
		);
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#connection.watch(() => learners.readHistory(this.#db, this.#owner.own), changed);
	}

	records() {
		return this.#read(() => reading.readRecords(this.#db), patienceForAll);
	}

	async merge(records: rec.Records) {
		const merge = () => mergeRecords(this.#db, this.#context, records);
		const { durable } = await this.#write(merge, patienceForAll);
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
		return stampFor(this.#db, this.#context, this.#owner, attempt);
	}

	// Not async, as `#stamp`: Dexie may call a transaction over when two functions that are end one in the other.
	#put<T extends keyof rec.Records>(table: T, record: RowOf<T>): Promise<RowOf<T>> {
		return putUnlessErased(this.#db, table, record);
	}

	/** Adds a row, or gives the stored one of the same id back. `before`: what else is written, if it is not there. */
	#append<T extends 'attempts' | 'responses' | 'events'>(
		table: T,
		row: { readonly id: string },
		attempt: string | null,
		before: () => Promise<unknown> = async () => undefined
	): Promise<Written<RowOf<T>>> {
		return this.#write(async () => {
			const stored = (await this.#db.table(table).get(row.id)) as RowOf<T> | undefined;
			if (stored) return stored;
			await before();
			return await this.#put(table, { ...row, ...(await this.#stamp(attempt)) } as RowOf<T>);
		});
	}

	#read<T>(work: () => Promise<T>, times = 1): Promise<T> {
		return this.#connection.run('r', work, times);
	}

	async #write<T>(work: () => Promise<T>, times = 1): Promise<Written<T>> {
		try {
			const record = await this.#connection.run('rw', work, times);
			this.#owner.own ??= this.#owner.met;
			return { record, durable: true };
		} catch (error) {
			this.#owner.met = null;
			throw error;
		}
	}
}
