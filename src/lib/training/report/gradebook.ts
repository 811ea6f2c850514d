import type { Locale } from '#lib/base/locale';
import type { Confidence } from '#lib/progress/record';
import type { AttemptNote, GivenAssignment, LearnerResult, MarkNote } from '../collected';
import { latestOf } from '../given';
import { gradebookRow } from './gradebook-row';

/** One lesson of one learner. */
export interface GradebookCell {
	readonly lesson: string;
	/** By the rule of the assignment on which attempt counts, 0 to 1; null without a complete attempt. */
	readonly share: number | null;
	/** By the pass mark of the assignment, which stays as it was for an attempt that was started by an earlier one. */
	readonly passed: boolean;
	/** When the first attempt that passes it was ended, by the learner's clock; where the mean counts, the last one; null while it is not passed. */
	readonly passedAt: number | null;
	/** The attempt that counts; null where there is none, or the mean of all does. */
	readonly attempt: string | null;
	/** Complete attempts that count. */
	readonly complete: number;
	/** An attempt that counts ended after it was due, or was collected after it. */
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
	/** Hand-ins that could not be opened; absent for none. */
	readonly unreadable?: number;
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
	/** Mean share of the marked questions of each objective in the attempts that count, in the order that was asked for. */
	readonly objectives: readonly (number | null)[];
}

export interface Gradebook {
	readonly assignment: string;
	readonly lessons: readonly string[];
	/** Of learners who were heard of, in the order of the ledger. */
	readonly rows: readonly GradebookRow[];
}

/** An objective of a lesson. */
export interface ObjectiveOf {
	readonly lesson: string;
	readonly objective: string;
}

/** The gradebook of everybody who was heard of. `objectives`: columns that are asked for. */
export function gradebookOf(
	given: GivenAssignment,
	results: readonly LearnerResult[],
	objectives: readonly ObjectiveOf[] = []
): Gradebook {
	const places = new Map(given.roster.map(({ id }, place) => [id, place]));
	const members = new Map(given.roster.map((member) => [member.id, member]));
	const place = ({ learner }: LearnerResult) => places.get(learner) ?? places.size;
	return {
		assignment: given.id,
		lessons: latestOf(given).lessons,
		rows: [...results]
			.sort((a, b) => place(a) - place(b))
			.map((result) => gradebookRow(given, members.get(result.learner) ?? null, result, objectives))
	};
}
