import { uuidv7 } from '#lib/base/id';
import { answersIn } from '#lib/progress/answers';
import { dueToday, type DueToday } from '#lib/progress/due-today';
import type { AttemptLog, History } from '#lib/progress/record';
import { reviewLength, reviewPaper, seenIn } from '#lib/progress/review-queue';
import type { Question } from '#lib/quiz/question';
import type { Store } from '#lib/store/store';
import { countActiveTime } from './active-time';
import { newLog } from './attempt-log';
import { openAttempts } from './device';
import { newAttempt, type Wishes } from './new-attempt';
import { PaperSession, type PaperContext } from './paper-session.svelte';
import type { Place } from './place';
import { markAgain } from './remarking';
import { today } from './today';

/** What a review needs from outside. */
export interface ReviewContext extends PaperContext {
	readonly lessons: () => readonly { readonly id: string }[];
	readonly wishes: () => Wishes;
	/** Fetches a lesson's questions. */
	readonly questions: (lesson: string) => Promise<readonly Question[]>;
	/** The device's clock, in milliseconds since 1970. */
	readonly now: () => number;
}

/** The attempts of reviews belong to no lesson. */
const noLesson = '';

/** Today's review in one tab: what is due, its questions, and how it went. */
export class ReviewSession extends PaperSession {
	phase = $state<'loading' | 'start' | 'question' | 'result'>('loading');
	/** What is due; null until it is known. */
	due = $state.raw<DueToday | null>(null);
	/** Some questions could not be fetched. */
	unavailable = $state(false);
	/** Nothing was ever answered: there is nothing to review yet. */
	fresh = $state(true);

	readonly #context: ReviewContext;
	#history: History | null = null;
	#stops: (() => void)[] = [];

	constructor(context: ReviewContext) {
		super(context);
		this.#context = context;
	}

	/** Goes on with a review that is under way, else shows what is due. Call once, in the browser. */
	async open(): Promise<void> {
		this.#stops.push(countActiveTime((milliseconds) => this.#active(milliseconds)));
		const store = await this.openStore();
		const latest = await store.latestAttempt(noLesson);
		const log = latest && (await store.attempt(latest.id));
		if (this.closed) return;
		if (log && !log.submissions.length) this.#goOn(log, store);
		else this.phase = 'start';
		this.#stops.push(store.watchHistory((history) => this.#told(history)));
	}

	#told(history: History): void {
		this.#history = history;
		this.fresh = answersIn(history).length === 0;
		this.due = dueToday(history, today(this.#context.now()), this.#context.lessons());
	}

	#goOn(log: AttemptLog, store: Store): void {
		const attempt = this.take(log, () => (this.phase = 'result'));
		this.index = attempt.state.current;
		this.phase = attempt.state.submission ? 'result' : 'question';
		this.saves.found(store);
		attempt.follow(store);
	}

	/** Draws today's questions and shows the first. */
	async start(): Promise<void> {
		const { due } = this;
		const history = this.#history;
		if (!due?.due.length || !history) return;
		const count = due.questions || Math.min(reviewLength, due.due.length);
		const pools = await this.#pools(new Set(due.due.map(({ lesson }) => lesson)));
		if (this.closed) return;
		const seed = uuidv7();
		const seenAt = seenIn(history.attempts);
		const { paper, questions } = reviewPaper(due.due, pools, seenAt, count, seed);
		this.unavailable = questions.length === 0;
		if (this.unavailable) return;
		const { confidence } = this.#context.wishes();
		const attempt = newAttempt({
			lesson: noLesson,
			mode: 'review',
			seed,
			paper,
			rules: {
				passMark: 1,
				timeLimit: null,
				extraTime: 1,
				confidence,
				attempts: null,
				counts: 'best'
			},
			redoOf: null
		});
		this.take(newLog(attempt, questions), () => (this.phase = 'result')).begin(attempt);
		this.index = 0;
		this.phase = 'question';
		void this.#markAgain(history, pools);
	}

	/** The questions of these lessons; a lesson that cannot be fetched is left out. */
	async #pools(lessons: ReadonlySet<string>): Promise<Map<string, readonly Question[]>> {
		const fetched = await Promise.allSettled(
			[...lessons].map(async (id) => [id, await this.#context.questions(id)] as const)
		);
		return new Map(
			fetched.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
		);
	}

	async #markAgain(
		history: History,
		pools: ReadonlyMap<string, readonly Question[]>
	): Promise<void> {
		const store = await this.openStore();
		for (const [lesson, pool] of pools) await markAgain(store, lesson, history, pool);
	}

	override go(index: number): void {
		super.go(index);
		if (this.state?.questions[index]) this.phase = 'question';
	}

	/** Ends the review; what it did not come to stays due. */
	finish(): void {
		this.end('learner');
		openAttempts.set(noLesson, null);
		this.phase = 'result';
	}

	/** Follows the browser's history. */
	show(place: Place): void {
		this.flush();
		const { state } = this;
		if (place.at === 'start') this.phase = 'start';
		else if (state?.submission) this.phase = 'result';
		else if (place.at === 'question') {
			const index = state?.questions.findIndex(({ question }) => question.id === place.question);
			if (index !== undefined && index >= 0) this.go(index);
		}
	}

	get place(): Place {
		if (this.phase === 'result') return { at: 'result' };
		if (this.phase === 'question' && this.current)
			return { at: 'question', question: this.current.question.id };
		return { at: 'start' };
	}

	/** A review is under way. */
	get underWay(): boolean {
		return this.attempt !== null && !this.state?.submission;
	}

	#active(milliseconds: number): void {
		if (!this.underWay) return;
		const attempt = this.attempt!.record.id;
		this.attempt!.happen({
			type: 'active',
			lesson: noLesson,
			attempt,
			milliseconds,
			elapsed: null
		});
	}

	override close(): void {
		for (const stop of this.#stops) stop();
		super.close();
	}
}
