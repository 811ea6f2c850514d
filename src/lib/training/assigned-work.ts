import type { AttemptRecord, HandInRecord, History } from '#lib/progress/record';
import { countedShare, scoredAttempts, type ScoredAttempt } from '#lib/progress/scores';
import { isPassed } from '#lib/quiz/grade-quiz';
import { isOpen, type Assignment } from './assignment';
import { startedFor } from './started-for';

/** What was done for an assignment in one of its lessons. */
export interface LessonWork {
	readonly lesson: string;
	/** The newest attempt, while it is not ended. */
	readonly underWay: AttemptRecord | null;
	/** Complete attempts. */
	readonly complete: number;
	/** What they count by the assignment's rules, 0 to 1; null before the first. */
	readonly share: number | null;
	readonly passed: boolean;
	/** How many more attempts can be started; null for any number. */
	readonly left: number | null;
}

/**
 * What is true of handing in: nothing is complete; something complete never left the device; all of it left, and whether
 * it arrived is not known; the trainer said that all of it arrived.
 */
export type HandInState = 'nothing' | 'not-handed-in' | 'sent' | 'received';

export interface AssignedWork {
	readonly assignment: Assignment;
	readonly lessons: readonly LessonWork[];
	/** Every lesson has a complete attempt. */
	readonly finished: boolean;
	readonly phase: 'not-yet' | 'open' | 'withdrawn';
	/** It is past its due date, and not finished. */
	readonly overdue: boolean;
	/** Everything that was started for it, oldest first. */
	readonly attempts: readonly AttemptRecord[];
	readonly handIn: HandInState;
	/** The newest hand-in; null for none. */
	readonly last: HandInRecord | null;
}

/** What the store knows => how far the learner is with an assignment. */
export function workOf(
	assignment: Assignment,
	history: History,
	handIns: readonly HandInRecord[],
	now: number,
	scored: readonly ScoredAttempt[] = scoredAttempts(history)
): AssignedWork {
	const ended = new Set(history.submissions.map(({ attempt }) => attempt));
	const lessons = assignment.lessons.map((lesson): LessonWork => {
		const begun = startedFor(assignment, lesson, history.attempts);
		const scores = scored.filter(({ attempt }) => begun.some(({ id }) => id === attempt.id));
		const { attempts, counts, passMark } = assignment.rules;
		const share = countedShare(scores, counts);
		const newest = begun.at(-1);
		return {
			lesson,
			underWay: newest && !ended.has(newest.id) ? newest : null,
			complete: scores.length,
			share,
			passed: share !== null && isPassed({ earned: share, possible: 1 }, passMark),
			left: attempts === null ? null : Math.max(0, attempts - begun.length)
		};
	});
	const attempts = history.attempts.filter(
		({ assignments, redoOf }) => redoOf === null && assignments.includes(assignment.id)
	);
	const own = handIns.filter((handIn) => handIn.assignment === assignment.id);
	const finished = lessons.every(({ complete }) => complete > 0);
	return {
		assignment,
		lessons,
		finished,
		phase: assignment.withdrawn ? 'withdrawn' : isOpen(assignment, now) ? 'open' : 'not-yet',
		overdue: !finished && assignment.due !== null && now > assignment.due,
		attempts,
		handIn: handInState(
			attempts.filter(({ id }) => ended.has(id)).map(({ id }) => id),
			own
		),
		last: own.at(-1) ?? null
	};
}

function handInState(complete: readonly string[], handIns: readonly HandInRecord[]): HandInState {
	const inAll = (some: readonly HandInRecord[]) =>
		complete.every((id) =>
			some.some(({ attempts }) => attempts.some((one) => one.id === id && one.complete))
		);
	const received = handIns.filter(({ receipt }) => receipt !== null);
	if (!complete.length && !handIns.length) return 'nothing';
	if (!inAll(handIns)) return 'not-handed-in';
	return received.length && inAll(received) ? 'received' : 'sent';
}

/** The soonest due first; what is withdrawn, or finished and received, comes last. */
export const bySoonest = (a: AssignedWork, b: AssignedWork): number =>
	Number(isDone(a)) - Number(isDone(b)) ||
	(a.assignment.due ?? Infinity) - (b.assignment.due ?? Infinity) ||
	(a.assignment.id < b.assignment.id ? -1 : 1);

/** Nothing more is to be done for it. */
export const isDone = ({ phase, finished, handIn }: AssignedWork): boolean =>
	phase === 'withdrawn' || (finished && handIn === 'received');
