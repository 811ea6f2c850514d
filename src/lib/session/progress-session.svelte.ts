import { activeDays, streakOf, type ActiveDay } from '#lib/progress/activity';
import { answersIn, objectiveKey, type Answer } from '#lib/progress/answers';
import { calibrationOf, enoughToCalibrate, type Calibration } from '#lib/progress/calibration';
import { certificateOf, type Certificate } from '#lib/progress/certificate';
import { masteryOf, type Mastery } from '#lib/progress/mastery';
import type { History, Mode } from '#lib/progress/record';
import { scoredAttempts, type ScoredAttempt } from '#lib/progress/scores';
import { lastWeeks, type Week } from '#lib/progress/weeks';
import { shareOf } from '#lib/quiz/grade-quiz';
import type { Store, StoreState } from '#lib/store/store';
import { dayOf } from './today';

/** How many weeks the pictures of days and minutes go back. */
const shownWeeks = 8;

/** A complete attempt as a picture shows it. */
export interface Scored {
	readonly id: string;
	readonly lesson: string;
	readonly mode: Mode;
	/** On which it ended, where the device is: '2026-11-23'. */
	readonly day: string;
	readonly earned: number;
	readonly possible: number;
	/** 0 to 1. */
	readonly share: number;
	readonly passed: boolean;
}

interface Lesson {
	readonly id: string;
	readonly objectives: readonly { readonly id: string }[];
}

/** What one learner did so far, told as the progress page and the certificate show it; follows every tab. */
export class ProgressSession {
	/** Null until the store has answered: the pages are readable before. */
	history = $state.raw<History | null>(null);
	/** The store's code could not be fetched. */
	failed = $state(false);
	trouble = $state.raw<StoreState | null>(null);
	readonly known: boolean = $derived(this.history !== null);
	/** Nothing was done yet, as far as is known. */
	readonly fresh: boolean = $derived(
		this.history !== null && !this.history.attempts.length && !this.history.events.length
	);
	readonly #answers: readonly Answer[] = $derived(this.history ? answersIn(this.history) : []);
	readonly #scored: readonly ScoredAttempt[] = $derived(
		this.history ? scoredAttempts(this.history) : []
	);
	/** Of every objective of the course, by `objectiveKey`. */
	readonly mastery: ReadonlyMap<string, Mastery> = $derived(
		new Map(masteryOf(this.lessons, this.#answers).map((one) => [objectiveKey(one), one]))
	);
	/** Less than half right, in the order of the course. */
	readonly weak: readonly Mastery[] = $derived(
		[...this.mastery.values()].filter(({ level }) => level === 'weak')
	);
	/** By the time of their end, oldest first: a picture over time cannot go back. */
	readonly scores: readonly Scored[] = $derived(
		[...this.#scored]
			.sort((a, b) => a.at - b.at)
			.map(({ attempt: { id, lesson, mode }, at, earned, possible, passed }) => ({
				id,
				lesson,
				mode,
				day: dayOf(at),
				earned,
				possible,
				share: shareOf({ earned, possible }),
				passed
			}))
	);
	readonly calibration: Calibration = $derived(calibrationOf(this.#answers));
	/** How many answers with a word on confidence the picture of calibration still waits for. */
	readonly toCalibrate: number = $derived(
		Math.max(0, enoughToCalibrate - this.calibration.answers)
	);
	readonly #days: readonly ActiveDay[] = $derived(
		this.history ? activeDays(this.history, dayOf) : []
	);
	readonly weeks: readonly Week[] = $derived(lastWeeks(this.#days, this.#today(), shownWeeks));
	/** Days in a row. */
	readonly streak: number = $derived(streakOf(this.#days, this.#today()));
	readonly certificate: Certificate = $derived(certificateOf(this.lessons, this.#scored));
	readonly passedTests: number = $derived(
		this.certificate.lessons.filter(({ on }) => on !== null).length
	);
	/** The lowest pass mark that was in force in a passed test of these lessons; null without one. */
	readonly passMark: number | null = $derived.by(() => {
		const lessons = new Set(this.lessons.map(({ id }) => id));
		const marks = this.#scored
			.filter(({ attempt, passed }) => passed && attempt.mode === 'test')
			.filter(({ attempt }) => lessons.has(attempt.lesson))
			.map(({ attempt }) => attempt.rules.passMark);
		return marks.length ? Math.min(...marks) : null;
	});

	readonly #lessons: () => readonly Lesson[];
	readonly #now: () => number;
	#stops: (() => void)[] = [];
	#closed = false;

	constructor(lessons: () => readonly Lesson[], now: () => number = Date.now) {
		this.#lessons = lessons;
		this.#now = now;
	}

	get lessons(): readonly Lesson[] {
		return this.#lessons();
	}

	/** Follows the store; may be tried again where it failed. */
	async open(openStore: () => Promise<Store>): Promise<void> {
		this.failed = false;
		try {
			const store = await openStore();
			if (this.#closed) return;
			this.#stops = [
				store.watchHistory((history) => (this.history = history)),
				store.watchState((state) => (this.trouble = state))
			];
		} catch (error) {
			console.error(error);
			this.failed = true;
		}
	}

	masteryIn(lesson: string, objective: string): Mastery | undefined {
		return this.mastery.get(objectiveKey({ lesson, objective }));
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stops) stop();
	}

	#today(): string {
		return dayOf(this.#now());
	}
}
