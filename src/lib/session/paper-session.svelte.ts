import { uuidv7 } from '#lib/base/id';
import type { Locale } from '#lib/base/locale';
import type { AttemptState, QuestionState } from '#lib/progress/attempt-state';
import type { AttemptLog, Confidence, Mode, Rules } from '#lib/progress/record';
import type { Missing } from '#lib/quiz/define-kind';
import { kindOf } from '#lib/quiz/kinds';
import type { Feedback } from '#lib/quiz/view';
import type { Store } from '#lib/store/store';
import { OpenAttempt } from './open-attempt.svelte';
import { feedbackFor } from './question-feedback';
import { SaveQueue } from './save-queue.svelte';

/** What a paper needs from outside. */
export interface PaperContext {
	readonly locale: () => Locale;
	readonly openStore: () => Promise<Store>;
}

/** A paper in one tab, question by question: what quizzes and reviews have in common. */
export class PaperSession {
	/** Index of the question that is shown. */
	index = $state(0);
	/** Why the last press on Check was not a try. */
	missing = $state<Missing | null>(null);
	readonly saves: SaveQueue;

	protected attempt = $state.raw<OpenAttempt | null>(null);
	readonly state: AttemptState | null = $derived(this.attempt?.state ?? null);
	readonly current: QuestionState | null = $derived(this.state?.questions[this.index] ?? null);
	readonly mode: Mode = $derived(this.attempt?.record.mode ?? 'practice');
	readonly rules: Rules | null = $derived(this.attempt?.record.rules ?? null);
	/** In a test nothing is told before its end. */
	readonly feedback: Feedback | null = $derived(
		this.current && (this.mode !== 'test' || this.state?.submission)
			? feedbackFor(this.current)
			: null
	);

	protected readonly openStore: () => Promise<Store>;
	readonly #locale: () => Locale;
	readonly #tab = uuidv7();
	protected closed = false;

	constructor({ locale, openStore }: PaperContext) {
		this.#locale = locale;
		this.openStore = openStore;
		this.saves = new SaveQueue(openStore);
	}

	/** Makes an attempt the one that is shown. `onended`: it turns out to be ended, in another tab perhaps. */
	protected take(log: AttemptLog, onended: () => void): OpenAttempt {
		this.flush();
		this.attempt?.close();
		this.missing = null;
		const attempt = new OpenAttempt(log, {
			saves: this.saves,
			tab: this.#tab,
			onended: () => this.attempt === attempt && onended()
		});
		this.attempt = attempt;
		return attempt;
	}

	/** Takes a new response to the question that is shown. */
	respond(response: unknown, how: 'chosen' | 'typed'): void {
		if (!this.current || this.current.done || this.state?.submission) return;
		this.missing = null;
		this.attempt?.enter(this.current, response, how);
	}

	/** Keeps how sure the learner is of the answer that is shown; after the first try nobody asks. */
	confide(confidence: Confidence): void {
		const { current } = this;
		if (!current || current.tries.length || current.confidence === confidence) return;
		this.happen((here) => ({ type: 'confidence-given', ...here, confidence }));
	}

	/** Saves what was typed and is still waiting for the pause. */
	flush(): void {
		this.saves.flush();
	}

	/** Marks what is entered. A response that lacks something is no try: `missing` says what. A test marks at its end. */
	check(): void {
		const { current } = this;
		if (this.mode === 'test' || !current || current.done) return;
		if (!current.edited && current.tries.length) return;
		const { question, response } = current;
		this.missing = kindOf(question).missing(question, response);
		if (!this.missing) this.attempt?.submit(current, this.#locale());
	}

	hint(): void {
		const { current } = this;
		if (this.mode === 'test' || !current || current.done) return;
		if (current.hints >= current.question.hints.length) return;
		this.happen((here) => ({ type: 'hint-shown', ...here, hint: current.hints }));
	}

	showAnswer(): void {
		if (this.mode !== 'test' && !this.current?.done)
			this.happen((here) => ({ type: 'answer-shown', ...here }));
	}

	flag(): void {
		const on = !this.current?.flagged;
		this.happen((here) => ({ type: 'flagged', ...here, on }));
	}

	/** Shows another question of the paper. */
	go(index: number): void {
		if (!this.state?.questions[index]) return;
		this.flush();
		this.missing = null;
		this.index = index;
		this.happen((here) => ({ type: 'question-opened', ...here }));
	}

	/** Ends the attempt and counts it. */
	protected end(by: 'learner' | 'time'): void {
		this.flush();
		this.attempt?.end(by, this.#locale());
	}

	protected happen(
		what: (here: { attempt: string; question: string }) => Parameters<OpenAttempt['happen']>[0]
	): void {
		if (!this.attempt || !this.current) return;
		this.attempt.happen(
			what({ attempt: this.attempt.record.id, question: this.current.question.id })
		);
	}

	close(): void {
		this.closed = true;
		this.attempt?.close();
		this.saves.close();
	}
}
