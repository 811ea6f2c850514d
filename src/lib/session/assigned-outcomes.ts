import type { AttemptTerms } from '#lib/progress/record';
import { isPassed, type Score } from '#lib/quiz/grade-quiz';
import type { Assignment } from '#lib/training/assignment';

/** What an attempt came to for an assignment, by the terms that it was started with. */
export interface AssignedOutcome {
	readonly assignment: string;
	/** Null where it is not on the list (any more). */
	readonly title: string | null;
	readonly passMark: number;
	readonly passed: boolean;
	/** It ended after it was due, by this device's clock; a later revision that gives more time counts. */
	readonly late: boolean;
}

/** The terms and the end of an attempt, and what is on the list now => an outcome for each assignment. */
export const outcomesOf = (
	terms: readonly AttemptTerms[],
	score: Score,
	ended: number,
	listed: readonly Assignment[]
): readonly AssignedOutcome[] =>
	terms.map(({ assignment: id, passMark, due }) => {
		const now = listed.find((one) => one.id === id);
		const isLate = (due: number | null) => due !== null && ended > due;
		return {
			assignment: id,
			title: now?.title ?? null,
			passMark,
			passed: isPassed(score, passMark),
			late: isLate(due) && (!now || isLate(now.due))
		};
	});
