import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { Report } from '#lib/training/report/report';

/** Where a report comes from: what was collected, or a class that was made up. */
export interface ReportSource {
	/** 'unmarkable': this site's questions could not be fetched. */
	readonly phase: 'working' | 'ready' | 'gone' | 'unmarkable' | 'failed';
	/** Learners that are taken in; null while it is not known. */
	readonly progress: { readonly done: number; readonly total: number } | null;
	readonly given: GivenAssignment | null;
	readonly report: Report | null;
	/** Of one learner; null where nothing was heard. */
	result(learner: string): Promise<LearnerResult | null>;
	/** Goes through all results, in pieces. */
	eachResult(visit: (results: readonly LearnerResult[]) => void): Promise<void>;
	/** Begins, once more too. */
	open(): Promise<void>;
	close(): void;
}
