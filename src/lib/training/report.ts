import type { GradebookRow } from './gradebook';
import type { Item } from './item-analysis';
import type { LedgerCounts, LedgerRow } from './ledger';

/** How many learners scored so much: `from` <= share < `to`; the last one with 1 in it. */
export interface ScoreBin {
	readonly from: number;
	readonly to: number;
	readonly learners: number;
}

/** A day of the assignment's time zone, and what was complete by its end. */
export interface CompletionDay {
	/** '2026-03-01'. By the learner's clock, but not before the assignment was made nor after it was collected. */
	readonly day: string;
	/** Learners who had every lesson complete. */
	readonly finished: number;
	/** Lessons of learners. */
	readonly lessons: number;
}

/** Learners without leavers. */
export interface DepartmentSummary {
	/** Empty for members without one; null for those who are on no roster. */
	readonly department: string | null;
	/** Null where no roster says so. */
	readonly assigned: number | null;
	/** Of whom a hand-in was collected. */
	readonly heard: number;
	/** Every lesson complete, and every lesson passed. */
	readonly finished: number;
	readonly passed: number;
	readonly late: number;
	/** Assigned, and nothing was received; null where no roster says who. */
	readonly notReceived: number | null;
}

/** Everything that a report shows, made in one go through the results; it can be cloned to a page. */
export interface Report {
	readonly assignment: string;
	/** The revision in force. */
	readonly revision: number;
	/** When it was made, by the trainer's clock. */
	readonly asOf: number;
	/** Version of the marking; results by another one are to be made again. */
	readonly marking: string;
	readonly due: number | null;
	readonly lessons: readonly string[];
	/** Columns of the heat map: `GradebookRow.objectives`. */
	readonly objectives: readonly { readonly lesson: string; readonly objective: string }[];
	readonly ledger: readonly LedgerRow[];
	readonly counts: LedgerCounts;
	readonly gradebook: readonly GradebookRow[];
	readonly items: readonly Item[];
	/** Of the learners' means, ten bins; leavers are left out. */
	readonly histogram: readonly ScoreBin[];
	/** Days on which something was complete, oldest first. */
	readonly completion: readonly CompletionDay[];
	readonly departments: readonly DepartmentSummary[];
	/** Of all of these. */
	readonly total: DepartmentSummary;
}
