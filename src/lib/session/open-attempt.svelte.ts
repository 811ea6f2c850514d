import { uuidv7 } from '#lib/base/id';
import type { Locale } from '#lib/base/locale';
import { attemptState, type AttemptState, type QuestionState } from '#lib/progress/attempt-state';
import type { AttemptLog, AttemptRecord, Happening, ResponseRecord } from '#lib/progress/record';
import { isPassed } from '#lib/quiz/grade-quiz';
import { kindOf } from '#lib/quiz/kinds';
import { questionKey, type Question } from '#lib/quiz/question';
import type { Store, Unstamped } from '#lib/store/store';
import { noRecords, provisionalStamp, withOwn, type OwnRecords } from './attempt-log';
import { openAttempts } from './device';
import type { SaveQueue } from './save-queue.svelte';
import { askToStay } from './stay';

interface Bench {
	readonly saves: SaveQueue;
	/** Random per page load. */
	readonly tab: string;
	/** The attempt turns out to be ended, in another tab perhaps. */
	readonly onended: () => void;
}

/** One attempt as this tab has it open: its records, those that are still being written too, and the writing of them. */
export class OpenAttempt {
	#stored = $state.raw() as AttemptLog;
	#own = $state.raw<OwnRecords>(noRecords);
	readonly log: AttemptLog = $derived(withOwn(this.#stored, this.#own));
	readonly state: AttemptState = $derived(attemptState(this.log));

	readonly #bench: Bench;
	#made = 0;
	#stop: (() => void) | null = null;
	#closed = false;

	constructor(log: AttemptLog, bench: Bench) {
		this.#stored = log;
		this.#bench = bench;
	}

	get record(): AttemptRecord {
		return this.#stored.attempt;
	}

	/** Writes an attempt that was just drawn. */
	begin(attempt: Unstamped<AttemptRecord>): void {
		const questions = [...this.#stored.questions.values()];
		this.#bench.saves.add(
			(store) => store.addAttempt(attempt, questions),
			(record, durable, store) => {
				this.#stored = { ...this.#stored, attempt: record };
				if (durable) openAttempts.set(record.lesson, record.id);
				this.follow(store);
			}
		);
	}

	/** Takes a new response: saved at once when chosen, after a pause when typed. */
	enter({ question }: QuestionState, response: unknown, how: 'chosen' | 'typed'): void {
		const { saves, tab } = this.#bench;
		const draft = {
			attempt: this.record.id,
			question: question.id,
			tab,
			response: $state.snapshot(response),
			kindVersion: kindOf(question).version
		};
		const key = `${draft.question} ${draft.tab}`;
		this.#put('drafts', key, { ...draft, ...provisionalStamp(++this.#made) });
		const write = (store: Store) => store.saveDraft(draft);
		const done = (record: unknown, durable: boolean) => {
			if (durable) askToStay();
			// Newer typing stays in front of the row that was just written.
			if (this.#own.drafts.get(key)?.response === draft.response) this.#put('drafts', key, record);
		};
		if (how === 'chosen') saves.add(write, done);
		else saves.addSoon(key, write, done);
	}

	/** Marks what is entered and keeps it as a try. */
	submit({ question, response }: QuestionState, locale: Locale): void {
		const record = this.#marked(question, response, locale);
		this.#bench.saves.add(
			(store) => store.addResponse(record),
			(stamped) => this.#put('responses', stamped.id, stamped)
		);
	}

	/** A response with its mark, among the records of this tab; still to be written. */
	#marked(question: Question, response: unknown, locale: Locale): Unstamped<ResponseRecord> {
		const kind = kindOf(question);
		const { earned, possible } = kind.grade(question, response);
		const record = {
			id: uuidv7(),
			attempt: this.record.id,
			question: question.id,
			key: questionKey(question),
			response: $state.snapshot(response),
			kindVersion: kind.version,
			locale,
			earned,
			possible
		};
		this.#put('responses', record.id, { ...record, ...this.#provisional(record) });
		return record;
	}

	/** Keeps what happened besides answers. */
	happen(happening: Happening): void {
		const event = { ...happening, id: uuidv7() };
		this.#put('events', event.id, { ...event, ...this.#provisional(event) });
		this.#bench.saves.add(
			(store) => store.addEvent(event),
			(stamped) => this.#put('events', stamped.id, stamped)
		);
	}

	/**
	 * Ends it and counts it; what is entered in a test is marked now. Ending it twice, in two tabs too, is ending it once:
	 * the store gives the first end back, and what this tab marked for the second was never written.
	 */
	end(by: 'learner' | 'time', locale: Locale): void {
		if (this.state.submission) return;
		const { redoOf, rules, mode, id: attempt } = this.record;
		const entered =
			mode === 'test'
				? this.state.questions.filter(({ entry, tries }) => entry !== 'none' && !tries.length)
				: [];
		const before = this.#own.responses;
		const last = entered.map(({ question, response }) => this.#marked(question, response, locale));
		const { score } = this.state;
		const counts = !redoOf && mode !== 'review';
		const passed = counts && isPassed(score, rules.passMark);
		const record = { id: uuidv7(), attempt, ...score, passed, by };
		this.#put('submissions', record.id, { ...record, ...this.#provisional(record) });
		this.#bench.saves.add(
			(store) => store.addSubmission(record, last),
			(stamped) => {
				this.#unmark();
				const submissions = new Map([[stamped.id, stamped]]);
				const responses = stamped.id === record.id ? this.#own.responses : before;
				this.#own = { ...this.#own, submissions, responses };
			}
		);
	}

	/** Goes along with what other tabs do to it. */
	follow(store: Store): void {
		if (this.#closed || this.#stop) return;
		this.#stop = store.watchAttempt(this.record.id, (log) => {
			if (!log || this.#closed) return;
			// The questions of an attempt never change: the same objects, so that nothing is drawn anew.
			this.#stored = { ...log, questions: this.#stored.questions };
			if (!log.submissions.length) return;
			this.#unmark();
			this.#bench.onended();
		});
	}

	/** What is still to be written is written nevertheless. */
	close(): void {
		this.#closed = true;
		this.#stop?.();
		this.#stop = null;
	}

	/** The mark may be of a newer attempt by now. */
	#unmark(): void {
		const { lesson, id } = this.record;
		if (openAttempts.of(lesson) === id) openAttempts.set(lesson, null);
	}

	#provisional = ({ id }: { readonly id: string }) => provisionalStamp(++this.#made, id);

	#put<T extends keyof OwnRecords>(table: T, key: string, record: unknown): void {
		this.#own = {
			...this.#own,
			[table]: new Map<string, unknown>(this.#own[table]).set(key, record)
		};
	}
}
