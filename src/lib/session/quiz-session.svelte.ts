import { uuidv7 } from '#lib/base/id';
import type { LessonStub, TestRules } from '#lib/content/course';
import {
	inSequence,
	type AttemptLog,
	type History,
	type Mode,
	type Rules
} from '#lib/progress/record';
import {
	attemptsLeft,
	countedShare,
	scoredAttempts,
	type ScoredAttempt
} from '#lib/progress/scores';
import { standingIn, type LessonStanding } from '#lib/progress/standing';
import { drawPaper, type DrawnQuestion } from '#lib/quiz/draw';
import { isPassed } from '#lib/quiz/grade-quiz';
import { questionKey, type Question } from '#lib/quiz/question';
import type { Store } from '#lib/store/store';
import { countActiveTime } from './active-time';
import { AttemptClock } from './attempt-clock.svelte';
import type { Starting } from './assigned-quiz';
import { newLog } from './attempt-log';
import { anyAssigned, openAttempts } from './device';
import { newAttempt, ownRules, type Wishes } from './new-attempt';
import type { OpenAttempt } from './open-attempt.svelte';
import { PaperSession, type PaperContext } from './paper-session.svelte';
import type { Place } from './place';
import { QuizAssignments, type ReadAssigned } from './quiz-assignments.svelte';
import { findUnderWay } from './under-way';

/** What a quiz needs from outside. */
export interface QuizContext extends PaperContext {
	readonly lesson: LessonStub;
	readonly passMark: number;
	readonly test: TestRules;
	readonly wishes: () => Wishes;
	/** Fetches the lesson's question pool. */
	readonly questions: () => Promise<readonly Question[]>;
	/** Reads what is assigned; without it nothing is. */
	readonly assigned?: ReadAssigned;
}

/** One learner's quiz of one lesson, in one tab: which of its phases is shown, and what a press leads to. */
export class QuizSession extends PaperSession {
	phase = $state<'loading' | 'start' | 'question' | 'summary' | 'result'>('loading');
	/** The questions could not be fetched. */
	unavailable = $state(false);
	standing = $state.raw<LessonStanding | null>(null);
	/** Complete attempts at this lesson, oldest first. */
	earlier = $state.raw<readonly ScoredAttempt[]>([]);
	/** The questions as they are now; null before they are fetched. */
	pool = $state.raw<readonly Question[] | null>(null);
	readonly assignments: QuizAssignments;
	clock = $state.raw<AttemptClock | null>(null);
	/** The attempt goes over missed questions and counts nowhere. */
	readonly redo: boolean = $derived(this.attempt?.record.redoOf != null);
	readonly passed: boolean = $derived(
		Boolean(
			this.state?.submission &&
			!this.redo &&
			(this.state.submission.passed || isPassed(this.state.score, this.rules!.passMark))
		)
	);
	/** Id of the attempt that is shown. */
	readonly shown: string | null = $derived(this.attempt?.record.id ?? null);

	readonly #context: QuizContext;
	#pool: Promise<readonly Question[]> | null = null;
	#seenAt: ReadonlyMap<string, number> = new Map();
	#markedAgain = false;
	#stops: (() => void)[] = [];

	constructor(context: QuizContext) {
		super(context);
		this.#context = context;
		this.assignments = new QuizAssignments(context.assigned, () => this.attempt);
	}

	/** Goes on with the attempt that is under way, else shows the start page. Call once, in the browser. */
	async open(): Promise<void> {
		// Asked for at once, so that Start finds them there; a failure is told when they are needed.
		this.#questions().catch(() => {});
		this.#stops.push(countActiveTime((milliseconds) => this.#active(milliseconds)));
		const { id: lesson } = this.#context.lesson;
		const marked = openAttempts.of(lesson);
		if (!marked) this.phase = 'start';
		const store = await this.openStore();
		const log = await findUnderWay(store, lesson, marked);
		if (this.closed) return;
		if (!this.attempt) {
			if (log) this.#goOn(log, store);
			else {
				openAttempts.set(lesson, null);
				this.phase = 'start';
			}
		}
		const stop = store.watchHistory((history) => {
			this.#told(history);
			void this.#markAgain(store, history);
		});
		this.#stops.push(stop, this.assignments.follow(store));
	}

	#told(history: History): void {
		const { lesson } = this.#context;
		const mine = ({ lesson: of }: { lesson: string }) => of === lesson.id;
		const scored = scoredAttempts(history);
		this.standing = standingIn(lesson, history, scored);
		this.earlier = scored.filter(({ attempt }) => mine(attempt));
		const attempts = inSequence(history.attempts);
		this.assignments.attempts = attempts.filter(mine);
		this.#seenAt = new Map(
			attempts.flatMap(({ paper, sequence }) =>
				paper.filter(mine).map(({ question }) => [question, sequence])
			)
		);
	}

	/** Once a visit: another version of the questions comes with another page. */
	async #markAgain(store: Store, history: History): Promise<void> {
		if (this.#markedAgain) return;
		this.#markedAgain = true;
		try {
			const { markAgain } = await import('./remarking');
			await markAgain(store, this.#context.lesson.id, history, await this.#questions());
		} catch {
			this.#markedAgain = false;
		}
	}

	/** How many more tests the course allows; null for any number. */
	get testsLeft(): number | null {
		const begun = this.assignments.attempts.filter(({ mode }) => mode === 'test').length;
		return attemptsLeft(this.#context.test.attempts, begun);
	}

	/** Whether an attempt can be started: what is assigned can be, whatever the course allows besides. */
	mayStart(mode: Mode): boolean {
		return mode !== 'test' || this.testsLeft !== 0 || this.assignments.asks(mode);
	}

	/** What the tests taken so far count, by the rule of the course, 0 to 1; null before the first. */
	get testShare(): number | null {
		const tests = this.earlier.filter(({ attempt }) => attempt.mode === 'test');
		return countedShare(tests, this.#context.test.counts);
	}

	/** The rules that a new attempt would have. */
	rulesFor(mode: Mode): Rules {
		const { passMark, test, wishes } = this.#context;
		return ownRules(mode, passMark, test, wishes());
	}

	/** Goes on with an attempt that the store holds. */
	async resume(id: string): Promise<void> {
		const store = await this.openStore();
		const log = await store.attempt(id);
		if (log && !this.closed) this.#goOn(log, store);
	}

	#goOn(log: AttemptLog, store: Store): void {
		const attempt = this.#show(log);
		const { current, submission } = attempt.state;
		this.index = current;
		this.phase = submission ? 'result' : 'question';
		if (!submission) openAttempts.set(log.attempt.lesson, log.attempt.id);
		this.saves.found(store);
		attempt.follow(store);
		this.#time(attempt);
	}

	#show(log: AttemptLog): OpenAttempt {
		return this.take(log, () => {
			this.clock?.stop();
			if (this.phase === 'question' || this.phase === 'summary') this.phase = 'result';
		});
	}

	/** Lets the clock of a timed attempt run. */
	#time(attempt: OpenAttempt): void {
		this.clock?.stop();
		this.clock = null;
		const { rules, lesson, id } = attempt.record;
		if (rules.timeLimit === null || attempt.state.submission) return;
		this.clock = new AttemptClock({
			log: () => attempt.log,
			now: Date.now,
			steady: () => performance.now(),
			onbeat: (elapsed) =>
				attempt.happen({ type: 'active', lesson, attempt: id, milliseconds: 0, elapsed }),
			onup: () => this.finish('time')
		});
	}

	/** The clock jumped ahead: the time passed while the learner was away, or the clock was set. */
	explainJump(away: boolean): void {
		if (!this.attempt) return;
		this.attempt.happen({ type: 'jump-explained', attempt: this.attempt.record.id, away });
		this.clock?.look();
	}

	/** Draws a paper and shows its first question at once; the attempt is written meanwhile. */
	async start(mode: Mode = 'practice'): Promise<void> {
		try {
			const pool = await this.#questions();
			const starting = await this.#startingFor(mode);
			if (this.closed || !(starting || this.mayStart(mode))) return;
			this.unavailable = false;
			const seed = uuidv7();
			const paper = drawPaper(pool, this.#context.lesson.draw, seed, this.#seenAt);
			this.#begin(paper, pool, seed, mode, null, starting ?? undefined);
		} catch {
			this.unavailable = true;
		}
	}

	/** What an assigned attempt would be started with, by what the store holds at this moment; null where none is assigned. */
	async #startingFor(mode: Mode): Promise<Starting | null> {
		const { assigned, test, wishes } = this.#context;
		const counted = mode === 'test' && test.attempts !== null;
		const waits = counted || (assigned && anyAssigned.get());
		const store = waits ? await this.openStore().catch(() => null) : null;
		const any = await this.assignments.look(store);
		if (store && (any || counted)) this.#told(await store.history());
		const own = { ...this.rulesFor(mode), extraTime: wishes().extraTime };
		return any ? this.assignments.starting(mode, own) : null;
	}

	#questions(): Promise<readonly Question[]> {
		this.#pool ??= this.#context
			.questions()
			.then((pool) => (this.pool = pool))
			.catch((error: unknown) => {
				this.#pool = null;
				throw error;
			});
		return this.#pool;
	}

	/** A new attempt at the questions that did not get full marks; it counts nowhere. */
	redoMissed(): void {
		if (!this.attempt || this.assignments.sealedUntil !== null) return;
		const { state, record } = this.attempt;
		const missed = state.questions
			.filter(({ mark }) => !mark || mark.earned < mark.possible)
			.map(({ question }) => question);
		const seed = uuidv7();
		const paper = drawPaper(missed, missed.length, seed);
		this.#begin(paper, missed, seed, 'practice', record.id);
	}

	#begin(
		paper: readonly DrawnQuestion[],
		pool: readonly Question[],
		seed: string,
		mode: Mode,
		redoOf: string | null,
		{ rules, terms }: Starting = { rules: this.rulesFor(mode), terms: [] }
	): void {
		const { id: lesson } = this.#context.lesson;
		const attempt = newAttempt({ lesson, mode, seed, paper, rules, terms, redoOf });
		const drawn = pool.filter((question) => paper.some(({ key }) => key === questionKey(question)));
		const open = this.#show(newLog(attempt, drawn));
		open.begin(attempt);
		this.index = 0;
		this.phase = 'question';
		this.#time(open);
	}

	#active(milliseconds: number): void {
		const { id: lesson } = this.#context.lesson;
		const attempt = this.state?.submission ? null : (this.attempt?.record.id ?? null);
		const elapsed = attempt ? (this.clock?.elapsed ?? null) : null;
		const event = { id: uuidv7(), type: 'active' as const, lesson, attempt, milliseconds, elapsed };
		if (attempt) this.attempt!.happen(event);
		else this.saves.add((store) => store.addEvent(event));
	}

	override go(index: number): void {
		super.go(index);
		if (this.state?.questions[index]) this.phase = 'question';
	}

	/** Shows what is answered and what is not, before a test is handed in. */
	summarise(): void {
		this.flush();
		if (this.state && !this.state.submission) this.phase = 'summary';
	}

	/** Follows the browser's history. */
	show(place: Place): void {
		this.flush();
		const { state } = this;
		if (place.at === 'start') this.phase = 'start';
		else if (state?.submission) this.phase = 'result';
		else if (place.at === 'summary') this.summarise();
		else if (place.at === 'question') {
			const index = state?.questions.findIndex(({ question }) => question.id === place.question);
			if (index === undefined || index < 0) return;
			if (this.phase !== 'question' || this.index !== index) this.go(index);
		}
	}

	get place(): Place {
		if (this.phase === 'result') return { at: 'result' };
		if (this.phase === 'summary') return { at: 'summary' };
		if (this.phase === 'question' && this.current)
			return { at: 'question', question: this.current.question.id };
		return { at: 'start' };
	}

	/** Ends the attempt and counts it. */
	finish(by: 'learner' | 'time' = 'learner'): void {
		if (!this.attempt) return;
		this.clock?.stop();
		this.end(by);
		this.phase = 'result';
	}

	override close(): void {
		for (const stop of this.#stops) stop();
		this.clock?.stop();
		super.close();
	}
}
