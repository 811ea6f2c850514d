/** Points: `earned` of `possible`. */
export interface Score {
	readonly earned: number;
	readonly possible: number;
}

/** Marks of a paper's questions (null: not answered) => points, each question being worth one. */
export function quizScore(marks: readonly (Score | null)[]): Score {
	return {
		earned: marks.reduce((sum, mark) => sum + (mark ? shareOf(mark) : 0), 0),
		possible: marks.length
	};
}

/** Share of the points, 0 to 1; 0 of nothing is 0. */
export const shareOf = ({ earned, possible }: Score): number =>
	possible > 0 ? earned / possible : 0;

/** At or above the pass mark. Thirds add up to a little less than whole points, hence the tolerance. */
export const isPassed = (score: Score, passMark: number): boolean =>
	shareOf(score) >= passMark - 1e-9;
