import type { InputProblem } from '#lib/training/problem';
import type { Source } from './inputs';

/** What became of one hand-in. */
export type Outcome =
	| 'taken'
	/** Taken, and not signed with a device that is known to be the learner's. */
	| 'unconfirmed'
	| 'duplicate'
	/** No hand-in: an assignment to a co-trainer, which is on this device now. */
	| 'assignment'
	/** An assignment that names none of the keys of this device. */
	| 'not-named'
	/** One with the id of another trainer's. */
	| 'other-trainer'
	/** The trainer erased it, or its assignment. */
	| 'erased'
	/** The file could not be read. */
	| 'unreadable'
	/** This site's questions could not be fetched. */
	| 'unmarkable'
	/** It waited when collecting was stopped. */
	| 'stopped'
	/** This device keeps nothing now. */
	| 'not-kept'
	| InputProblem;

export const wasTaken = (outcome: Outcome): boolean =>
	outcome === 'taken' || outcome === 'unconfirmed';

/** One line for each hand-in that came in, or for what was none. */
export interface CollectLine {
	/** 0, 1, 2 … in the order in which they came. */
	readonly id: number;
	readonly source: Source;
	readonly outcome: Outcome;
	/** Digest of the hand-in where it is on this device now; else empty. */
	readonly handIn: string;
	/** Id and title of the assignment; empty where it is not known. */
	readonly assignment: string;
	readonly title: string;
	/** As the student gave them; empty where it could not be opened. */
	readonly name: string;
	readonly number: string;
}
