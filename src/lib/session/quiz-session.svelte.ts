import type { Locale } from '#lib/base/locale';
import { uuidv7 } from '#lib/base/id';
import type { LessonStub } from '#lib/content/course';
import { attemptState, type AttemptState, type QuestionState } from '#lib/progress/attempt-state';
import {
	bySequence,
	type AttemptLog,
	type Happening,
	type Rules,
	type Stamp
} from '#lib/progress/record';
import { standingIn, type LessonStanding } from '#lib/progress/standing';
import { drawPaper, type DrawnQuestion } from '#lib/quiz/draw';
import { feedbackOn } from '#lib/quiz/feedback';
import { isPassed } from '#lib/quiz/grade-quiz';
import { kindOf } from '#lib/quiz/kinds';
import type { Missing } from '#lib/quiz/define-kind';
import { questionKey, type Question } from '#lib/quiz/question';
import type { Feedback } from '#lib/quiz/view';
import type { Store } from '#lib/store/store';
import { noRecords, withOwn, type OwnRecords } from './attempt-log';
import { openAttempts } from './device';
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

/** A typed answer is saved this long after the last key, in milliseconds. */
const typingPause = 250;

/** One learner's quiz of one lesson, in one tab: what is shown, and what is written when. */
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

	#stored = $state.raw<AttemptLog | null>(null);
	#own = $state.raw<OwnRecords>(noRecords);
	readonly #log = $derived(this.#stored && withOwn(this.#stored, this.#own));
	readonly state: AttemptState | null = $derived(this.#log && attemptState(this.#log));
	readonly current: QuestionState | null = $derived(this.state?.questions[this.index] ?? null);
	readonly feedback: Feedback | null = $derived(this.current && feedbackFor(this.current));
	/** The attempt goes over missed questions and counts nowhere. */
	readonly redo: boolean = $derived(this.#stored?.attempt.redoOf != null);
	readonly rules: Rules = $derived(this.#stored?.attempt.rules ?? { passMark: 1 });
	readonly passed: boolean = $derived(this.state?.submission?.passed ?? false);

	readonly #context: QuizContext;
	readonly #tab = uuidv7();
	#seenAt: ReadonlyMap<string, number> = new Map();
	#typing: ReturnType<typeof setTimeout> | undefined;
	#unsaved: (() => void) | null = null;
	#stop: (() => void)[] = [];

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
		// A killed browser may not have written the mark yet; the store has the attempt.
		const latest = marked ?? (await store.latestAttempt(lesson, 'practice'))?.id;
		const log = latest ? await store.attempt(latest) : null;
		if (!this.#stored) {
			if (log && !log.submissions.length) this.#resume(log);
			else {
				openAttempts.set(lesson, null);
				this.phase = 'start';
			}
		}
		this.#stop.push(
			store.watchHistory((history) => {
				this.standing = standingIn(this.#context.lesson, history);
				this.#seenAt = new Map(
					history.attempts
						.filter((attempt) => attempt.lesson === this.#context.lesson.id)
						.sort(bySequence)
						.flatMap(({ paper, sequence }) => paper.map(({ question }) => [question, sequence]))
				);
			})
		);
	}

	/** Goes on with an attempt that the store holds. */
	async resume(id: string): Promise<void> {
		const log = await (await this.#context.openStore()).attempt(id);
		if (log) this.#resume(log);
	}

	#resume(log: AttemptLog): void {
		this.#stored = log;
		this.#own = noRecords;
		const state = attemptState(log);
		this.index = state.current;
		this.phase = state.submission ? 'result' : 'question';
		this.saves.state = 'saved';
		if (!state.submission) openAttempts.set(log.attempt.lesson, log.attempt.id);
		this.#watch(log.attempt.id);
	}

	/** Draws a paper and shows its first question at once; the attempt is written meanwhile. */
	async start(): Promise<void> {
		try {
			const pool = await this.#questions();
			this.unavailable = false;
			const seed = uuidv7();
			this.#begin(drawPaper(pool, this.#context.lesson.draw, seed, this.#seenAt), pool, seed, null);
		} catch {
			this.unavailable = true;
		}
	}

	#pool: Promise<readonly Question[]> | null = null;
	#questions(): Promise<readonly Question[]> {
		this.#pool ??= this.#context.questions().catch((error: unknown) => {
			this.#pool = null;
			throw error;
		});
		return this.#pool;
	}

	/** A new attempt at the questions that did not get full marks; it counts nowhere. */
	redoMissed(): void {
		const log = this.#log;
		if (!log || !this.state) return;
		const missed = this.state.questions
			.filter(({ mark }) => !mark || mark.earned < mark.possible)
			.map(({ question }) => question);
		const seed = uuidv7();
		this.#begin(drawPaper(missed, missed.length, seed), missed, seed, log.attempt.id);
	}

	#begin(
		paper: readonly DrawnQuestion[],
		pool: readonly Question[],
		seed: string,
		redoOf: string | null
	): void {
		const drawn = pool.filter((question) => paper.some(({ key }) => key === questionKey(question)));
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
		this.#unwatch();
		this.#own = noRecords;
		this.#stored = {
			attempt: { ...provisional(1), ...attempt },
			questions: new Map(drawn.map((question) => [questionKey(question), question])),
			drafts: [],
			responses: [],
			submissions: [],
			events: []
		};
		this.index = 0;
		this.missing = null;
		this.phase = 'question';
		this.saves.add(
			(store) => store.addAttempt(attempt, drawn),
			(record, durable) => {
				if (this.#stored?.attempt.id === record.id)
					this.#stored = { ...this.#stored, attempt: record };
				if (durable) openAttempts.set(record.lesson, record.id);
				this.#watch(record.id);
			}
		);
	}

	/** Takes a new response to the question that is shown: saved at once when chosen, after a pause when typed. */
	respond(response: unknown, how: 'chosen' | 'typed'): void {
		const { current } = this;
		const log = this.#log;
		if (!log || !current || current.done) return;
		this.missing = null;
		const draft = {
			attempt: log.attempt.id,
			question: current.question.id,
			tab: this.#tab,
			response: $state.snapshot(response),
			kindVersion: kindOf(current.question).version
		};
		const key = `${draft.question} ${draft.tab}`;
		this.#put('drafts', key, { ...draft, ...this.#provisional() });
		const save = () => {
			this.#unsaved = null;
			clearTimeout(this.#typing);
			this.saves.add(
				(store) => store.saveDraft(draft),
				(record) => {
					// Newer typing stays in front of the row that was just written.
					if (this.#own.drafts.get(key)?.response === draft.response)
						this.#put('drafts', key, record);
				}
			);
		};
		if (this.#unsaved && !this.#isUnsaved(draft.question)) this.flush();
		this.#unsaved = save;
		this.#unsavedQuestion = draft.question;
		clearTimeout(this.#typing);
		if (how === 'chosen') save();
		else {
			this.saves.waiting();
			this.#typing = setTimeout(save, typingPause);
		}
	}

	#unsavedQuestion = '';
	#isUnsaved = (question: string) => this.#unsavedQuestion === question;

	/** Saves what was typed and is still waiting for the pause. */
	flush(): void {
		this.#unsaved?.();
	}

	/** Marks what is entered. A response that lacks something is no try: `missing` says what. */
	check(): void {
		const { current } = this;
		const log = this.#log;
		if (!log || !current || current.done || !(current.edited || !current.tries.length)) return;
		const { question, response } = current;
		const kind = kindOf(question);
		this.missing = kind.missing(question, response);
		if (this.missing) return;
		this.flush();
		const { earned, possible } = kind.grade(question, response);
		const record = {
			id: uuidv7(),
			attempt: log.attempt.id,
			question: question.id,
			key: questionKey(question),
			response: $state.snapshot(response),
			kindVersion: kind.version,
			locale: this.#context.locale(),
			earned,
			possible
		};
		this.#put('responses', record.id, { ...record, ...this.#provisional(record.id) });
		this.saves.add(
			(store) => store.addResponse(record),
			(stamped) => this.#put('responses', stamped.id, stamped)
		);
	}

	hint(): void {
		const { current } = this;
		if (!current || current.hints >= current.question.hints.length) return;
		this.#happen({ type: 'hint-shown', ...this.#here(), hint: current.hints });
	}

	showAnswer(): void {
		if (this.current && !this.current.done) this.#happen({ type: 'answer-shown', ...this.#here() });
	}

	flag(): void {
		if (this.current) this.#happen({ type: 'flagged', ...this.#here(), on: !this.current.flagged });
	}

	/** Shows another question of the paper. */
	go(index: number): void {
		if (!this.state?.questions[index]) return;
		this.flush();
		this.missing = null;
		this.index = index;
		this.phase = 'question';
		this.#happen({ type: 'question-opened', ...this.#here() });
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

	/** Ends the attempt and counts it. Ending it twice, in two tabs too, is ending it once. */
	finish(): void {
		const log = this.#log;
		if (!log || !this.state) return;
		this.flush();
		const { score } = this.state;
		const record = {
			id: uuidv7(),
			attempt: log.attempt.id,
			...score,
			passed: !log.attempt.redoOf && isPassed(score, log.attempt.rules.passMark)
		};
		this.#put('submissions', record.id, { ...record, ...this.#provisional(record.id) });
		this.phase = 'result';
		this.saves.add(
			(store) => store.addSubmission(record),
			(stamped) => {
				openAttempts.set(log.attempt.lesson, null);
				const { [record.id]: _, ...others } = Object.fromEntries(this.#own.submissions);
				this.#own = {
					...this.#own,
					submissions: new Map([...Object.entries(others), [stamped.id, stamped]])
				};
			}
		);
	}

	close(): void {
		this.flush();
		this.#unwatch();
		this.#stop.splice(0).forEach((stop) => stop());
		this.saves.close();
	}

	#here() {
		return { attempt: this.#log!.attempt.id, question: this.current!.question.id };
	}

	#happen(happening: Happening): void {
		const event = { ...happening, id: uuidv7() };
		this.#put('events', event.id, { ...event, ...this.#provisional(event.id) });
		this.saves.add(
			(store) => store.addEvent(event),
			(stamped) => this.#put('events', stamped.id, stamped)
		);
	}

	#put<T extends keyof OwnRecords>(table: T, key: string, record: unknown): void {
		this.#own = {
			...this.#own,
			[table]: new Map<string, unknown>(this.#own[table]).set(key, record)
		};
	}

	/**
	 * A stamp for a record that is not written yet. It comes after everything that is: the store may still tell of what
	 * this tab wrote a moment ago, and that must not push back what was entered since.
	 */
	#provisional(id = ''): Stamp {
		return { ...provisional(unwritten + this.#made++), id };
	}
	#made = 0;

	#watch(id: string): void {
		this.#unwatch();
		void this.#context.openStore().then((store) => {
			if (this.#stored?.attempt.id !== id) return;
			this.#stopWatching = store.watchAttempt(id, (log) => {
				if (!log || this.#stored?.attempt.id !== id) return;
				// The questions of an attempt never change: the same objects, so that nothing is drawn anew.
				this.#stored = { ...log, questions: this.#stored.questions };
				if (log.submissions.length && this.phase === 'question') {
					openAttempts.set(log.attempt.lesson, null);
					this.phase = 'result';
				}
			});
		});
	}
	#stopWatching: (() => void) | null = null;
	#unwatch(): void {
		this.#stopWatching?.();
		this.#stopWatching = null;
	}
}

/** The feedback on the last try, while nothing new is entered; the answer alone where it was shown without a try. */
function feedbackFor(state: QuestionState): Feedback | null {
	const last = state.tries.at(-1);
	if (!state.done && (!last || state.edited)) return null;
	return feedbackOn(state.question, state.response, state.done);
}

/** Beyond any sequence that a store gives. */
const unwritten = 2 ** 52;

const provisional = (sequence: number): Stamp => ({
	id: '',
	profile: '',
	device: '',
	sequence,
	seen: 0,
	app: '',
	content: '',
	at: 0
});
