import type { AttemptRecord } from '#lib/progress/record';
import type { Assignment } from './assignment';
import type { GivenAssignment, MarkedAttempt } from './collected';
import { latestOf } from './given';

/** The largest factor on a time limit that the settings of learners have. */
const mostExtraTime = 2;

/** What an attempt was held to. */
export interface Terms {
	/** By whose rules it counts: the revision that it was started by or, where there is no such one, the last. */
	readonly revision: Assignment;
	/** It was started for the assignment, and is an attempt at a lesson that it asks for, in its mode. */
	readonly startedForIt: boolean;
	/** What it says of its rules is what that revision says. */
	readonly asGiven: boolean;
	/** Milliseconds that it may take; null for any. */
	readonly allowed: number | null;
}

/** The terms of an attempt, from the assignment's revisions: what the attempt itself says of them is only compared. */
export function termsOf(attempt: AttemptRecord, given: GivenAssignment): Terms {
	const said = attempt.terms.find(({ assignment }) => assignment === given.id);
	const named = said && given.revisions.find(({ revision }) => revision === said.revision);
	const revision = named ?? latestOf(given);
	const { rules } = revision;
	const { timeLimit, extraTime } = attempt.rules;
	// An attempt for two assignments has the stricter limit of both: which one is not known here.
	const alone = attempt.assignments.length < 2;
	const most = rules.extraTime ? mostExtraTime : 1;
	// Practice has no clock.
	const limit = rules.mode === 'test' ? rules.timeLimit : null;
	return {
		revision,
		startedForIt:
			attempt.assignments.includes(given.id) &&
			attempt.redoOf === null &&
			attempt.mode === rules.mode &&
			revision.lessons.includes(attempt.lesson),
		asGiven:
			named !== undefined &&
			said!.passMark === rules.passMark &&
			said!.due === named.due &&
			extraTime <= most &&
			(alone ? timeLimit === limit : !isLonger(timeLimit, limit)),
		allowed: limit === null ? null : limit * Math.min(most, Math.max(1, extraTime))
	};
}

/**
 * When an attempt had to be ended: as its own revision says or, where a later one that was made before it ended gives
 * more time, as that says: who is offline has the extension too. Null for any time.
 */
export function dueOf(
	{ revision }: Terms,
	{ revisions }: GivenAssignment,
	ended: number
): number | null {
	const later = revisions.filter((one) => one.revision > revision.revision && one.made <= ended);
	return [revision, ...later].reduce<number | null>(
		(due, one) => (due === null || one.due === null ? null : Math.max(due, one.due)),
		revision.due
	);
}

/** Whether an attempt counts for the assignment: it was started for it, and is not one too many. */
export const doesCount = ({ notes }: Pick<MarkedAttempt, 'notes'>): boolean =>
	!notes.includes('added') && !notes.includes('too-many');

const isLonger = (one: number | null, other: number | null) =>
	other !== null && (one === null || one > other);
