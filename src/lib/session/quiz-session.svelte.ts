import { uuidv7 } from '#lib/base/id';
import type { Locale } from '#lib/base/locale';
import type { LessonStub } from '#lib/content/course';
import type { AttemptState, QuestionState } from '#lib/progress/attempt-state';
import { inSequence, type AttemptLog, type History, type Rules } from '#lib/progress/record';
import { standingIn, type LessonStanding } from '#lib/progress/standing';
import type { Missing } from '#lib/quiz/define-kind';
import { drawPaper, type DrawnQuestion } from '#lib/quiz/draw';
import { feedbackOn } from '#lib/quiz/feedback';
import { kindOf } from '#lib/quiz/kinds';
import { questionKey, type Question } from '#lib/quiz/question';
import type { Feedback } from '#lib/quiz/view';
import type { Store } from '#lib/store/store';
import { newLog } from './attempt-log';
import { openAttempts } from './device';
import { OpenAttempt } from './open-attempt.svelte';
import type { Place } from './place';
import { SaveQueue } from './save-queue.svelte';

/** What a quiz needs from outside. */
export interface QuizContext {
	readonly lesson: LessonStub;
	readonly passMark: number;
	readonly locale: () => Locale;
	readonly openStore: () => Promise<Store>;
	/** Fetches the lesson's question pool. */
	readonly questions: () => Promise<readonly Question[]>;
}

/** One learner's quiz of one lesson, in one tab: which of its phases is shown, and what a press leads to. */
export class QuizSession {
	phase = $state<'loading' | 'start' | 'question' | 'result'>('loading');
	/** Index of the question that is shown. */
	index = $state(0);
	/** The questions could not be fetched. */
	unavailable = $state(false);
	standing = $state.raw<LessonStanding | null>(null);
	/** Why the last press on Check was not a try. */
	missing = $state<Missing | null>(null);
	readonly saves: SaveQueue;

	#attempt = $state.raw<OpenAttempt | null>(null);
	readonly state: AttemptState | null = $derived(this.#attempt?.state ?? null);
	readonly current: QuestionState | null = $derived(this.state?.questions[this.index] ?? null);
	readonly feedback: Feedback | null = $derived(this.current && feedbackFor(this.current));
	/** The attempt goes over missed questions and counts nowhere. */
	readonly redo: boolean = $derived(this.#attempt?.record.redoOf != null);
	readonly rules: Rules = $derived(this.#attempt?.record.rules ?? { passMark: 1 });
	readonly passed: boolean = $derived(this.state?.submission?.passed ?? false);

	readonly #context: QuizContext;
	readonly #tab = uuidv7();
	#pool: Promise<readonly Question[]> | null = null;
	#seenAt: ReadonlyMap<string, number> = new Map();
	#stop: (() => void) | null = null;
	#closed = false;

	constructor(context: QuizContext) {
		this.#context = context;
		this.saves = new SaveQueue(context.openStore);
	}

	/** Goes on with the attempt that is under way, else shows the start page. Call once, in the browser. */
	async open(): Promise<void> {
		// Asked for at once, so that Start finds them there; a failure is told when they are needed.
		this.#questions().catch(() => {});
		const { id: lesson } = this.#context.lesson;
		const marked = openAttempts.of(lesson);
		if (!marked) this.phase = 'start';
		const store = await this.#context.openStore();
		const log = await this.#underWay(store, marked);
		if (this.#closed) return;
		if (!this.#attempt) {
			if (log) this.#goOn(log, store);
			else {
				openAttempts.set(lesson, null);
				this.phase = 'start';
			}
		}
		this.#stop = store.watchHistory((history) => this.#told(history));
	}

	/** The marked attempt, else the newest: a killed browser may not have written the mark; the store has the attempt. */
	async #underWay(store: Store, marked: string | null): Promise<AttemptLog | null> {
		const log = marked ? await store.attempt(marked) : null;
		if (log && !log.submissions.length) return log;
		const latest = await store.latestAttempt(this.#context.lesson.id, 'practice');
		const newest = latest && latest.id !== marked ? await store.attempt(latest.id) : null;
		return newest && !newest.submissions.length ? newest : null;
	}

	#told(history: History): void {
		const { lesson } = this.#context;
		this.standing = standingIn(lesson, history);
		this.#seenAt = new Map(
			inSequence(history.attempts)
				.filter((attempt) => attempt.lesson === lesson.id)
				.flatMap(({ paper, sequence }) => paper.map(({ question }) => [question, sequence]))
		);
	}

	/** Goes on with an attempt that the store holds. */
	async resume(id: string): Promise<void> {
		const store = await this.#context.openStore();
		const log = await store.attempt(id);
		if (log && !this.#closed) this.#goOn(log, store);
	}

	#goOn(log: AttemptLog, store: Store): void {
		const attempt = this.#take(log);
		const { current, submission } = attempt.state;
		this.index = current;
		this.phase = submission ? 'result' : 'question';
		if (!submission) openAttempts.set(log.attempt.lesson, log.attempt.id);
		this.saves.found(store);
		attempt.follow(store);
	}

	#take(log: AttemptLog): OpenAttempt {
		this.flush();
		this.#attempt?.close();
		this.missing = null;
		const attempt = new OpenAttempt(log, {
			saves: this.saves,
			tab: this.#tab,
			onended: () => {
				if (this.#attempt === attempt && this.phase === 'question') this.phase = 'result';
			}
		});
		this.#attempt = attempt;
		return attempt;
	}

	/** Draws a paper and shows its first question at once; the attempt is written meanwhile. */
	async start(): Promise<void> {
		try {
			const pool = await this.#questions();
			if (this.#closed) return;
			this.unavailable = false;
			const seed = uuidv7();
			this.#begin(drawPaper(pool, this.#context.lesson.draw, seed, this.#seenAt), pool, seed, null);
		} catch {
			this.unavailable = true;
		}
	}

	#questions(): Promise<readonly Question[]> {
		this.#pool ??= this.#context.questions().catch((error: unknown) => {
			this.#pool = null;
			throw error;
		});
		return this.#pool;
	}

	/** A new attempt at the questions that did not get full marks; it counts nowhere. */
	redoMissed(): void {
		if (!this.#attempt) return;
		const { state, record } = this.#attempt;
		const missed = state.questions
			.filter(({ mark }) => !mark || mark.earned < mark.possible)
			.map(({ question }) => question);
		const seed = uuidv7();
		this.#begin(drawPaper(missed, missed.length, seed), missed, seed, record.id);
	}

	#begin(
		paper: readonly DrawnQuestion[],
		pool: readonly Question[],
		seed: string,
		redoOf: string | null
	): void {
		const attempt = {
			id: uuidv7(),
			lesson: this.#context.lesson.id,
			mode: 'practice' as const,
			seed,
			paper,
			assignments: [],
			rules: { passMark: this.#context.passMark },
			redoOf
		};
		const drawn = pool.filter((question) => paper.some(({ key }) => key === questionKey(question)));
		this.#take(newLog(attempt, drawn)).begin(attempt);
		this.index = 0;
		this.phase = 'question';
	}

	/** Takes a new response to the question that is shown. */
	respond(response: unknown, how: 'chosen' | 'typed'): void {
		if (!this.current || this.current.done) return;
		this.missing = null;
		this.#attempt?.enter(this.current, response, how);
	}

	/** Saves what was typed and is still waiting for the pause. */
	flush(): void {
		this.saves.flush();
	}

	/** Marks what is entered. A response that lacks something is no try: `missing` says what. */
	check(): void {
		const { current } = this;
		if (!current || current.done || !(current.edited || !current.tries.length)) return;
		const { question, response } = current;
		this.missing = kindOf(question).missing(question, response);
		if (!this.missing) this.#attempt?.submit(current, this.#context.locale());
	}

	hint(): void {
		const { current } = this;
		if (!current || current.done || current.hints >= current.question.hints.length) return;
		this.#happen((here) => ({ type: 'hint-shown', ...here, hint: current.hints }));
	}

	showAnswer(): void {
		if (!this.current?.done) this.#happen((here) => ({ type: 'answer-shown', ...here }));
	}

	flag(): void {
		const on = !this.current?.flagged;
		this.#happen((here) => ({ type: 'flagged', ...here, on }));
	}

	/** Shows another question of the paper. */
	go(index: number): void {
		if (!this.state?.questions[index]) return;
		this.flush();
		this.missing = null;
		this.index = index;
		this.phase = 'question';
		this.#happen((here) => ({ type: 'question-opened', ...here }));
	}

	#happen(
		what: (here: { attempt: string; question: string }) => Parameters<OpenAttempt['happen']>[0]
	): void {
		if (!this.#attempt || !this.current) return;
		const here = { attempt: this.#attempt.record.id, question: this.current.question.id };
		this.#attempt.happen(what(here));
	}

	/** Follows the browser's history. */
	show(place: Place): void {
		this.flush();
		if (place.at === 'start') this.phase = 'start';
		else if (place.at === 'result') this.phase = this.state?.submission ? 'result' : this.phase;
		else {
			const index = this.state?.questions.findIndex(
				({ question }) => question.id === place.question
			);
			if (index !== undefined && index >= 0) {
				if (this.state?.submission) this.phase = 'result';
				else if (this.phase !== 'question' || this.index !== index) this.go(index);
			}
		}
	}

	get place(): Place {
		if (this.phase === 'result') return { at: 'result' };
		if (this.phase === 'question' && this.current)
			return { at: 'question', question: this.current.question.id };
		return { at: 'start' };
	}

	/** Ends the attempt and counts it. */
	finish(): void {
		if (!this.#attempt) return;
		this.flush();
		this.#attempt.end();
		this.phase = 'result';
	}

	close(): void {
		this.#closed = true;
		this.#attempt?.close();
		this.#stop?.();
		this.saves.close();
	}
}

/** The feedback on the last try, while nothing new is entered; the answer alone where it was shown without a try. */
function feedbackFor(state: QuestionState): Feedback | null {
	const last = state.tries.at(-1);
	if (!state.done && (!last || state.edited)) return null;
	return feedbackOn(state.question, state.response, state.done);
}
