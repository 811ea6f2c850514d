import type { LearnerResult } from './collected';
import type { Member } from './roster';

/**
 * What was heard of a learner or a lesson, and no more than that: 'nothing' is not "not done". 'accepted': a hand-in
 * came, with no attempt in it; 'in-progress': an attempt was begun; 'complete': one was ended.
 */
export type Heard = 'nothing' | 'accepted' | 'in-progress' | 'complete';

export interface LedgerCell {
	readonly lesson: string;
	readonly heard: Heard;
	/** Its first complete attempt ended after it was due, by the learner's clock. */
	readonly late: boolean;
	/** Its first complete attempt was collected after it was due, by the trainer's clock. */
	readonly receivedAfterDue: boolean;
	/** Attempts that count, those in progress with them. */
	readonly attempts: number;
}

export interface LedgerRow {
	/** As in `CollectedHandIn`. */
	readonly learner: string;
	/** As on the roster, else as the student gave them. */
	readonly name: string;
	readonly number: string;
	/** Empty off the roster. */
	readonly department: string;
	readonly jobTitle: string;
	readonly onRoster: boolean;
	/** When it was recorded that they left; they are in no count but that of leavers. */
	readonly left: number | null;
	/** Null where nothing was heard. */
	readonly standing: LearnerResult['standing'] | null;
	/** Complete: every lesson is. */
	readonly heard: Heard;
	/** What is said holds as of then: the newest hand-in was made by the learner's clock; null where nothing was heard. */
	readonly asOf: number | null;
	/** When that one was collected. */
	readonly received: number | null;
	readonly late: boolean;
	readonly receivedAfterDue: boolean;
	/** A lesson each, in the order of the assignment. */
	readonly cells: readonly LedgerCell[];
}

/** Learners without leavers; with a roster, those on it. */
export interface LedgerCounts {
	/** Of how many it is known that they got it to do; null without a roster: a group link tells nobody. */
	readonly assigned: number | null;
	readonly nothing: number;
	readonly accepted: number;
	readonly inProgress: number;
	readonly complete: number;
	readonly late: number;
	readonly receivedAfterDue: number;
	readonly unconfirmed: number;
	readonly leavers: number;
	/** Heard of, and not on the roster that there is. */
	readonly offRoster: number;
}

export interface Ledger {
	readonly assignment: string;
	/** When it was made, by the trainer's clock. */
	readonly asOf: number;
	readonly due: number | null;
	readonly lessons: readonly string[];
	/** The roster in its order, then others in the order in which they were added. */
	readonly rows: readonly LedgerRow[];
	readonly counts: LedgerCounts;
}

/** Those from whom not everything was received, by department in the order of the roster. */
export interface MissingIn {
	readonly department: string;
	readonly learners: readonly Pick<Member, 'id' | 'name' | 'number'>[];
}
