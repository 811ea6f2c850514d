import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import { lastProfile, type Part } from '../identity';
import type {
	NewDraft,
	NewEvent,
	Store,
	StoreContext,
	StoreState,
	Unstamped,
	Written
} from '../store';
import { Watched } from '../watched';
import { MemoryDevice } from './memory-device';
import { MemoryTables } from './memory-tables';

const inMemory = <T>(record: T): Written<T> => ({ record, durable: false });

/** A store that lasts as long as the page: where storage is blocked, and in an LMS package. Nothing in it is durable. */
export class MemoryStore implements Store {
	readonly #tables = new MemoryTables();
	readonly #device: MemoryDevice;
	readonly #changes = new Watched(0);

	constructor(context: StoreContext) {
		this.#device = new MemoryDevice(context, this.#tables);
	}

	get hasProfile(): boolean {
		return this.#device.profile !== null;
	}

	/** It made up a profile because none was known. */
	get madeUpProfile(): boolean {
		return this.#device.madeUp;
	}

	/** Goes on with a profile from elsewhere; what a made-up one wrote is that one's. */
	adopt(profile: rec.ProfileRecord): void {
		this.#device.adopt(profile);
	}

	/** Takes in what another store holds, without telling the watchers; says whether anything was new. */
	remember(part: Part): boolean {
		this.#device.meet(part);
		return this.#tables.merge(part);
	}

	async profile(): Promise<rec.ProfileRecord> {
		return this.#device.current();
	}

	async nameProfile(name: string) {
		const { profile: id, device, sequence, at } = this.#device.stamp(null);
		return this.#told(this.#tables.put('profiles', { id, name, sequence, device, at }));
	}

	async addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		this.#tables.merge({
			questions: questions.map((question) => ({ key: questionKey(question), question }))
		});
		return this.#append('attempts', attempt, attempt.id);
	}

	async saveDraft(draft: NewDraft) {
		const record = this.#tables.put('drafts', { ...draft, ...this.#device.stamp(draft.attempt) });
		return this.#told(record);
	}

	async addResponse(response: Unstamped<rec.ResponseRecord>) {
		return this.#append('responses', response, response.attempt);
	}

	async addSubmission(
		submission: Unstamped<rec.SubmissionRecord>,
		responses: readonly Unstamped<rec.ResponseRecord>[] = []
	) {
		const [first] = this.#tables.find('submissions', (one) => one.attempt === submission.attempt);
		if (first) return inMemory(first);
		for (const response of responses) this.#append('responses', response, response.attempt);
		return this.#append('submissions', submission, submission.attempt);
	}

	async addEvent(event: NewEvent): Promise<Written<rec.EventRecord>> {
		return this.#append('events', event, 'attempt' in event ? event.attempt : null);
	}

	async attempt(id: string) {
		return this.#tables.log(id);
	}

	async latestAttempt(lesson: string) {
		const { attempts } = this.#tables.history(this.#device.profile);
		return attempts.findLast((one) => one.lesson === lesson) ?? null;
	}

	async history() {
		return this.#tables.history(this.#device.profile);
	}

	async preferences(): Promise<readonly rec.PreferenceRecord[]> {
		return this.#tables.find('preferences', ({ profile }) => profile === this.#device.profile);
	}

	async setPreference(name: string, value: unknown) {
		const { profile, device, sequence, at } = this.#device.stamp(null);
		const record = { profile, name, value, sequence, device, at };
		return this.#told(this.#tables.put('preferences', record));
	}

	watchAttempt(id: string, changed: (log: rec.AttemptLog | null) => void) {
		return this.#changes.watch(() => changed(this.#tables.log(id)));
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#changes.watch(() => changed(this.#tables.history(this.#device.profile)));
	}

	async records() {
		return this.#tables.all();
	}

	async merge(records: rec.Records) {
		const profile = this.#device.profile === null ? lastProfile(records) : null;
		const changed = this.remember(records);
		if (profile) this.#device.profile = profile.id;
		if (changed) this.#changes.value++;
		return { durable: false };
	}

	watchState(changed: (state: StoreState) => void) {
		return this.#changes.watch(() => changed(this.#state()));
	}

	async retry() {
		return this.#state();
	}

	close(): void {}

	#append<T extends 'attempts' | 'responses' | 'submissions' | 'events'>(
		table: T,
		row: object & { readonly id: string },
		attempt: string | null
	): Written<rec.Records[T][number]> {
		const [stored] = this.#tables.find(table, ({ id }) => id === row.id);
		if (stored) return inMemory(stored);
		const record = { ...row, ...this.#device.stamp(attempt) } as unknown as rec.Records[T][number];
		return this.#told(this.#tables.put(table, record));
	}

	#told<T>(record: T): Written<T> {
		this.#changes.value++;
		return inMemory(record);
	}

	#state(): StoreState {
		const { questions, profiles, ...answers } = this.#tables.all();
		const unsaved = Object.values(answers).reduce((sum, rows) => sum + rows.length, 0);
		return { trouble: null, unsaved };
	}
}
