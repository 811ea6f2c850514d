import type { Locale } from '#lib/base/locale';
import type { Confidence } from '#lib/progress/record';
import type { AttemptNote, LearnerResult, MarkedQuestion, MarkNote } from './collected';

/** One lesson of one learner. */
export interface GradebookCell {
	readonly lesson: string;
	/** By the rule of the assignment on which attempt counts, 0 to 1; null without a complete attempt. */
	readonly share: number | null;
	/** By the pass mark of the assignment, which stays as it was for an attempt that was started by an earlier one. */
	readonly passed: boolean;
	/** The attempt that counts; null where there is none, or the mean of all does. */
	readonly attempt: string | null;
	/** Complete attempts that count. */
	readonly complete: number;
	readonly late: boolean;
	readonly receivedAfterDue: boolean;
	/** Questions of the attempts that count which could not be marked here: they earn nothing, so that the share is a least one. */
	readonly unmarked: number;
	/** Of all of its attempts for the assignment, each once. */
	readonly notes: readonly (AttemptNote | MarkNote)[];
}

export interface GradebookRow {
	readonly learner: string;
	readonly name: string;
	readonly number: string;
	readonly department: string;
	readonly jobTitle: string;
	readonly onRoster: boolean;
	readonly left: number | null;
	readonly standing: LearnerResult['standing'];
	readonly asOf: number;
	readonly received: number;
	/** A lesson each, in the order of the assignment. */
	readonly cells: readonly GradebookCell[];
	/** Mean share of the lessons that have one, 0 to 1; null without one. */
	readonly mean: number | null;
	/** When the last lesson was complete, by the learner's clock; null while one is missing. */
	readonly finished: number | null;
	/** Every lesson is passed. */
	readonly passed: boolean;
	/** Of attempts that count, those in progress with them: milliseconds, tries and hints. */
	readonly time: number;
	readonly tries: number;
	readonly hints: number;
	/** Tries by language of the interface. */
	readonly languages: { readonly [L in Locale]: number };
	/** Answers by how sure the learner was, and the mean share of them that was right; null without one. */
	readonly confidence: {
		readonly [C in Confidence]: { readonly answers: number; readonly right: number | null };
	};
	/** Mean share of the questions of each objective in the attempts that count, in the order of `Report.objectives`. */
	readonly objectives: readonly (number | null)[];
}

export interface Gradebook {
	readonly assignment: string;
	readonly lessons: readonly string[];
	/** Of learners who were heard of, in the order of the ledger. */
	readonly rows: readonly GradebookRow[];
}

/** An answer beside the question and the right answer. */
export interface AnswerRow extends MarkedQuestion {
	readonly learner: string;
	readonly name: string;
	readonly number: string;
	readonly lesson: string;
	readonly attempt: string;
	/** 1 for the first attempt at the lesson for the assignment. */
	readonly nth: number;
	readonly started: number;
	readonly ended: number | null;
	/** A response that earns full marks, as the kind gives it; null where the question is not on this site. */
	readonly right: unknown;
}
