import { attemptsLeft } from '#lib/progress/scores';
import type { AttemptRecord, AttemptTerms, Mode, Rules } from '#lib/progress/record';
import { isOpen, type Assignment } from './assignment';

/** An assignment that an attempt at a lesson could be for. */
export interface Meeting {
	readonly assignment: Assignment;
	/** How many more attempts at the lesson can be started for it; null for any number. */
	readonly left: number | null;
	/** It is past its due date. */
	readonly late: boolean;
}

interface Start {
	readonly lesson: string;
	readonly mode: Mode;
	readonly now: number;
}

/** Attempts at a lesson that were started for an assignment, in any of its revisions. */
export const startedFor = (
	{ id }: Pick<Assignment, 'id'>,
	lesson: string,
	attempts: readonly AttemptRecord[]
): readonly AttemptRecord[] =>
	attempts.filter(
		(attempt) =>
			attempt.lesson === lesson && attempt.redoOf === null && attempt.assignments.includes(id)
	);

/** Those of the assignments that are open and that an attempt meets, the soonest due first; with those used up. */
export const meetings = (
	assignments: readonly Assignment[],
	attempts: readonly AttemptRecord[],
	{ lesson, mode, now }: Start
): readonly Meeting[] =>
	assignments
		.filter((one) => isOpen(one, now) && one.rules.mode === mode && one.lessons.includes(lesson))
		.sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || (a.id < b.id ? -1 : 1))
		.map((assignment) => ({
			assignment,
			left: attemptsLeft(
				assignment.rules.attempts,
				startedFor(assignment, lesson, attempts).length
			),
			late: assignment.due !== null && now > assignment.due
		}));

/** Those for which an attempt would be started. */
export const met = (meetings: readonly Meeting[]): readonly Assignment[] =>
	meetings.filter(({ left }) => left !== 0).map(({ assignment }) => assignment);

const least = (numbers: readonly (number | null)[]): number | null => {
	const given = numbers.filter((one) => one !== null);
	return given.length ? Math.min(...given) : null;
};

/**
 * The rules in force for an attempt: the learner's own where nobody assigned it, else those of the assignments, of
 * several the strictest of each. The pass mark stays the course's, since the standing goes by it. Practice has no clock.
 */
export function rulesFor(own: Rules, met: readonly Assignment[]): Rules {
	const [first] = met;
	if (!first) return own;
	const rules = met.map((assignment) => assignment.rules);
	return {
		passMark: own.passMark,
		timeLimit: least(rules.map(({ mode, timeLimit }) => (mode === 'test' ? timeLimit : null))),
		extraTime: rules.every(({ extraTime }) => extraTime) ? own.extraTime : 1,
		confidence: own.confidence || rules.some(({ confidence }) => confidence),
		attempts: least(rules.map(({ attempts }) => attempts)),
		counts: first.rules.counts
	};
}

/** What stays with an attempt of the assignments that it is started for. Practice explains each answer at once. */
export const termsFor = (met: readonly Assignment[]): readonly AttemptTerms[] =>
	met.map(({ id, revision, due, rules: { passMark, mode, answers } }) => ({
		assignment: id,
		revision,
		passMark,
		due,
		answersFrom: mode === 'test' && answers === 'after-due' ? due : null
	}));
