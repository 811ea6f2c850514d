import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type { KeyPair } from '#lib/training/keys/key-pair';
import {
	acceptedAfter,
	assignedIn,
	type Assigned,
	type NewAccepted,
	type NewHandIn
} from '../assigned';
import { profileAfter, tombstonesFor, withoutErased } from '../erasing';
import { lastProfile, type Part } from '../identity';
import { lastOfEach, learnersOf, type Learners } from '../learners';
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
	readonly #context: StoreContext;
	#key: Promise<KeyPair> | null = null;

	constructor(context: StoreContext) {
		this.#context = context;
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

	/** Goes on without a profile, until it needs one or adopts one. */
	leave(): void {
		this.#device.profile = null;
		this.#device.madeUp = false;
	}

	/** Takes in what another store holds, without telling the watchers; says whether anything was new. */
	remember(part: Part): boolean {
		this.#device.meet(part);
		return this.#tables.merge(part);
	}

	/** Takes in what another store holds, and tells the watchers. It goes on for the profile that it has, erased or not. */
	hear(part: Part): void {
		if (this.remember(part)) this.#changes.value++;
	}

	async profile(): Promise<rec.ProfileRecord> {
		return this.#device.current();
	}

	async nameProfile(name: string, profile?: string) {
		const { profile: own, device, sequence, at } = this.#device.stamp(null);
		return this.#put('profiles', { id: profile ?? own, name, sequence, device, at });
	}

	async profiles(): Promise<Learners> {
		return this.#learners();
	}

	watchProfiles(changed: (learners: Learners) => void) {
		return this.#changes.watch(() => changed(this.#learners()));
	}

	async addProfile(name: string) {
		const { device, sequence, at } = this.#device.stamp(null);
		const id = this.#context.newId();
		return this.#put('profiles', { id, name, sequence, device, at });
	}

	async switchProfile(id: string) {
		if (!this.#tables.find('profiles', (profile) => profile.id === id).length) return false;
		this.#device.profile = id;
		this.#changes.value++;
		return true;
	}

	async eraseProfile(id: string) {
		const { highest, id: device } = this.#device;
		const stamp = { profile: this.#device.profile ?? id, device, at: this.#context.now() };
		const made = { ...stamp, sequence: highest + 1 };
		const tombstones = tombstonesFor(id, this.#tables.all(), made, this.#context.newId);
		this.remember({ tombstones });
		this.#goOn();
		this.#changes.value++;
	}

	async addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		this.#tables.merge({
			questions: questions.map((question) => ({ key: questionKey(question), question }))
		});
		return this.#append('attempts', attempt, attempt.id);
	}

	async saveDraft(draft: NewDraft) {
		return this.#put('drafts', { ...draft, ...this.#device.stamp(draft.attempt) });
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
		return this.#log(id);
	}

	async latestAttempt(lesson: string) {
		const { attempts } = this.#tables.history(this.#device.profile);
		return attempts.findLast((one) => one.lesson === lesson) ?? null;
	}

	async history() {
		return this.#tables.history(this.#device.profile);
	}

	async preferences(): Promise<readonly rec.PreferenceRecord[]> {
		return lastOfEach(this.#tables.of(this.#device.profile, 'preferences'));
	}

	async setPreference(name: string, value: unknown) {
		const { profile, device, sequence, at } = this.#device.stamp(null);
		return this.#put('preferences', { profile, name, value, sequence, device, at });
	}

	async assigned() {
		return this.#assigned();
	}

	watchAssigned(changed: (assigned: Assigned) => void) {
		return this.#changes.watch(() => changed(this.#assigned()));
	}

	async acceptAssignment(offered: NewAccepted) {
		const stored = this.#assigned().accepted.find(({ id }) => id === offered.id);
		const after = acceptedAfter(stored, offered);
		if (stored && !after) return inMemory(stored);
		const { profile, device, sequence, at } = this.#device.stamp(null);
		const row = { ...(after ?? offered), profile, device, sequence, at };
		return this.#put('assignments', row);
	}

	async removeAssignment(accepted: rec.AcceptedRecord) {
		const { device, sequence, at } = this.#device.stamp(null);
		return this.#put('assignments', { ...accepted, removed: true, device, sequence, at });
	}

	async addHandIn(handIn: NewHandIn): Promise<Written<rec.HandInRecord>> {
		const [stored] = this.#tables.find('handIns', ({ id }) => id === handIn.id);
		if (stored) return inMemory(stored);
		const { profile, device, sequence, at } = this.#device.stamp(null);
		return this.#put('handIns', { ...handIn, receipt: null, profile, device, sequence, at });
	}

	async setReceipt(handIn: rec.HandInRecord, receipt: string) {
		const { device, sequence, at } = this.#device.stamp(null);
		return this.#put('handIns', { ...handIn, receipt, device, sequence, at });
	}

	deviceKey(make: () => Promise<KeyPair>): Promise<KeyPair> {
		return (this.#key ??= make());
	}

	watchAttempt(id: string, changed: (log: rec.AttemptLog | null) => void) {
		return this.#changes.watch(() => changed(this.#log(id)));
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#changes.watch(() => changed(this.#tables.history(this.#device.profile)));
	}

	async records() {
		return this.#tables.all();
	}

	async merge(records: rec.Records) {
		const profile = this.#device.profile === null ? lastProfile(withoutErased(records)) : null;
		const changed = this.remember(records);
		if (profile) this.#device.profile = profile.id;
		this.#goOn();
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

	/** Leaves a profile that was erased. */
	#goOn(): void {
		const { profiles, tombstones } = this.#tables.all();
		this.#device.profile = profileAfter(this.#device.profile, { profiles }, tombstones);
	}

	#append<T extends 'attempts' | 'responses' | 'submissions' | 'events'>(
		table: T,
		row: object & { readonly id: string },
		attempt: string | null
	): Written<rec.Records[T][number]> {
		const [stored] = this.#tables.find(table, ({ id }) => id === row.id);
		if (stored) return inMemory(stored);
		const record = { ...row, ...this.#device.stamp(attempt) } as unknown as rec.Records[T][number];
		return this.#put(table, record);
	}

	/** What is written for somebody who was erased meanwhile is not kept. */
	#put<T extends keyof rec.Records>(table: T, record: rec.Records[T][number]) {
		if (this.#tables.isErased(table, record)) return inMemory(record);
		const stored = this.#tables.put(table, record);
		this.#changes.value++;
		return inMemory(stored);
	}

	/** Null where it is another person's. */
	#log(id: string): rec.AttemptLog | null {
		const mine = this.#tables.of(this.#device.profile, 'attempts').some((one) => one.id === id);
		return mine ? this.#tables.log(id) : null;
	}

	#assigned(): Assigned {
		const of = <T extends 'assignments' | 'handIns'>(table: T) =>
			this.#tables.of(this.#device.profile, table);
		return assignedIn(of('assignments'), of('handIns'));
	}

	#learners(): Learners {
		const bonds = this.#tables.bonds();
		const { profile } = this.#device;
		const profiles = this.#tables.find('profiles', () => true);
		return {
			...bonds,
			learners: learnersOf(profiles, bonds, profile),
			current: profile,
			own: profile
		};
	}

	#state(): StoreState {
		const { questions, profiles, tombstones, ...answers } = this.#tables.all();
		const unsaved = Object.values(answers).reduce((sum, rows) => sum + rows.length, 0);
		return { trouble: null, unsaved };
	}
}
