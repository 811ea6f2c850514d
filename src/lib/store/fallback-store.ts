import type * as rec from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type { KeyPair } from '#lib/training/keys/key-pair';
import { assignedUnion, type Assigned, type NewAccepted, type NewHandIn } from './assigned';
import { Fallback } from './fallback';
import type { Learners } from './learners';
import { recordsOf } from './log-records';
import type { MemoryStore } from './memory/memory-store';
import type { NewDraft, NewEvent, Store, StoreState, Trouble, Unstamped } from './store';
import { historyUnion, laterOf, logUnion, preferencesUnion, recordsUnion, theFirst } from './union';

/** A store and, where that one fails, memory. Reads are the union of both; no write of an answer rejects. */
export class FallbackStore implements Store {
	readonly #fallback: Fallback;

	/** `now` in milliseconds; `trouble` where the primary store is known to fail already. */
	constructor(
		primary: Store,
		memory: MemoryStore,
		now: () => number,
		trouble: Trouble | null = null
	) {
		this.#fallback = new Fallback(primary, memory, now, trouble);
	}

	profile() {
		return this.#fallback.profile();
	}

	nameProfile(name: string, profile?: string) {
		return this.#fallback.write('profiles', (store) => store.nameProfile(name, profile));
	}

	profiles() {
		return this.#fallback.read((store) => store.profiles(), theFirst);
	}

	watchProfiles(changed: (learners: Learners) => void) {
		return this.#fallback.watch(
			(store, changed) => store.watchProfiles(changed),
			theFirst,
			changed
		);
	}

	addProfile(name: string) {
		return this.#fallback.only((store) => store.addProfile(name));
	}

	switchProfile(id: string) {
		return this.#fallback.only((store) => store.switchProfile(id));
	}

	eraseProfile(id: string) {
		return this.#fallback.only((store) => store.eraseProfile(id));
	}

	addAttempt(attempt: Unstamped<rec.AttemptRecord>, questions: readonly Question[]) {
		const rows = questions.map((question) => ({ key: questionKey(question), question }));
		return this.#fallback.write('attempts', (store) => store.addAttempt(attempt, questions), {
			questions: rows
		});
	}

	saveDraft(draft: NewDraft) {
		return this.#fallback.write('drafts', (store) => store.saveDraft(draft));
	}

	addResponse(response: Unstamped<rec.ResponseRecord>) {
		return this.#fallback.write('responses', (store) => store.addResponse(response));
	}

	addSubmission(
		submission: Unstamped<rec.SubmissionRecord>,
		responses: readonly Unstamped<rec.ResponseRecord>[] = []
	) {
		const write = (store: Store) => store.addSubmission(submission, responses);
		return this.#fallback.write('submissions', write);
	}

	addEvent(event: NewEvent) {
		return this.#fallback.write('events', (store) => store.addEvent(event));
	}

	setPreference(name: string, value: unknown) {
		return this.#fallback.write('preferences', (store) => store.setPreference(name, value));
	}

	assigned() {
		return this.#fallback.read((store) => store.assigned(), assignedUnion);
	}

	watchAssigned(changed: (assigned: Assigned) => void) {
		return this.#fallback.watch(
			(store, changed) => store.watchAssigned(changed),
			assignedUnion,
			changed
		);
	}

	acceptAssignment(accepted: NewAccepted) {
		return this.#fallback.write('assignments', (store) => store.acceptAssignment(accepted));
	}

	removeAssignment(accepted: rec.AcceptedRecord) {
		return this.#fallback.write('assignments', (store) => store.removeAssignment(accepted));
	}

	addHandIn(handIn: NewHandIn) {
		return this.#fallback.write('handIns', (store) => store.addHandIn(handIn));
	}

	setReceipt(handIn: rec.HandInRecord, receipt: string) {
		return this.#fallback.write('handIns', (store) => store.setReceipt(handIn, receipt));
	}

	deviceKey(make: () => Promise<KeyPair>) {
		return this.#fallback.either((store) => store.deviceKey(make));
	}

	attempt(id: string) {
		const remember = (log: rec.AttemptLog | null) => (log ? recordsOf(log) : {});
		return this.#fallback.read((store) => store.attempt(id), logUnion, remember);
	}

	latestAttempt(lesson: string) {
		return this.#fallback.read((store) => store.latestAttempt(lesson), laterOf);
	}

	history() {
		return this.#fallback.read((store) => store.history(), historyUnion);
	}

	preferences() {
		return this.#fallback.read((store) => store.preferences(), preferencesUnion);
	}

	records() {
		return this.#fallback.read((store) => store.records(), recordsUnion);
	}

	watchAttempt(id: string, changed: (log: rec.AttemptLog | null) => void) {
		const remember = (log: rec.AttemptLog | null) => (log ? recordsOf(log) : {});
		return this.#fallback.watch(
			(store, changed) => store.watchAttempt(id, changed),
			logUnion,
			changed,
			remember
		);
	}

	watchHistory(changed: (history: rec.History) => void) {
		return this.#fallback.watch(
			(store, changed) => store.watchHistory(changed),
			historyUnion,
			changed
		);
	}

	merge(records: rec.Records) {
		return this.#fallback.merge(records);
	}

	watchState(changed: (state: StoreState) => void) {
		return this.#fallback.state.watch(changed);
	}

	retry() {
		return this.#fallback.retry();
	}

	close() {
		this.#fallback.close();
	}
}
