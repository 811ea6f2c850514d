import type { Locale } from '#lib/base/locale';
import type { Confidence } from '#lib/progress/record';
import type { Score } from '#lib/quiz/grade-quiz';
import type { Assignment } from './assignment';
import type { Member } from './roster';

/** An assignment as the trainer's device keeps it: all that was sent, and what never leaves. */
export interface GivenAssignment {
	readonly id: string;
	/** The revisions that were sent, oldest first, and the one to be sent next as the last. At least one. */
	readonly revisions: readonly Assignment[];
	/** When the last revision was first sent; null before it. */
	readonly sent: number | null;
	/** Empty without a roster. */
	readonly roster: readonly Member[];
	/** Of two copies the one of the higher edition stays, then that of the later time. */
	readonly edition: number;
	readonly at: number;
}

/** A hand-in as it was collected. */
export interface CollectedHandIn {
	/** Its digest. */
	readonly id: string;
	readonly assignment: string;
	/** Whose it is in the ledger: a `Member.id`, else `${signerId}.${profile}` of somebody who is on no roster. */
	readonly learner: string;
	readonly signerId: string;
	readonly profile: string;
	/** As the student gave them. */
	readonly name: string;
	readonly number: string;
	/**
	 * 'confirmed': signed with the device key that is pinned for the learner. Otherwise another device, or a link without
	 * a token: shown, and never in the place of what is confirmed.
	 */
	readonly standing: 'confirmed' | 'unconfirmed';
	/** When it was made, by the student's clock, and when it was collected. */
	readonly at: number;
	readonly received: number;
	/** The JSON of its `HandIn`, gzipped. */
	readonly packed: Uint8Array;
}

/** Why a question of a paper has no mark, or one that needs a word. */
export type MarkNote =
	/** Its version is neither on this site nor in the list of what was released. */
	| 'unknown-version'
	/** Marked by the key of today; the one it was drawn with is not on this site. */
	| 'newer-key'
	/** What the sender's file said was another mark. */
	| 'sender-differs';

/** One question of an attempt, marked here. */
export interface MarkedQuestion {
	readonly question: string;
	readonly objective: string;
	/** What counts, 0 to 1: the first try without help; null where it could not be marked. Unanswered in a complete attempt is 0. */
	readonly share: number | null;
	/** The first try, as the kind reads it; null for none. */
	readonly response: unknown;
	readonly tries: number;
	readonly hints: number;
	/** Language of the interface at the first try. */
	readonly locale: Locale | null;
	readonly confidence: Confidence | null;
	/** With the question open, milliseconds. */
	readonly time: number;
	readonly notes: readonly MarkNote[];
}

/** Why an attempt needs a word. */
export type AttemptNote =
	/** Its rules are not those of any revision of the assignment. */
	| 'rules-differ'
	/** Its questions are not as the lesson draws them: too few, twice one, or of another lesson. */
	| 'paper-differs'
	/** The score in the file is another than that of its answers. */
	| 'score-differs'
	/** More time than the rules allow. */
	| 'over-time'
	/** One more than the rules allow; it does not count. */
	| 'too-many'
	/** The student added it; it was not started for the assignment and does not count. */
	| 'added';

export interface MarkedAttempt {
	readonly id: string;
	readonly lesson: string;
	readonly mode: 'practice' | 'test';
	readonly started: number;
	/** Null while it is in progress. */
	readonly ended: number | null;
	/** Ended after it was due, by the student's clock. */
	readonly late: boolean;
	/** When its end was first collected, by the trainer's clock; while it is in progress, when its beginning was. */
	readonly received: number;
	/** Milliseconds that it took. */
	readonly time: number;
	/** Factor on the time limit that the learner took; 1 for none. */
	readonly extraTime: number;
	/** Points, each question being worth one; null while it is in progress. */
	readonly score: Score | null;
	/** By the pass mark of the assignment in the revision in force. */
	readonly passed: boolean;
	readonly questions: readonly MarkedQuestion[];
	readonly notes: readonly AttemptNote[];
}

/** What is known of one learner in one assignment. Folded from the hand-ins; kept, and made again where marking changed. */
export interface LearnerResult {
	readonly assignment: string;
	/** As in `CollectedHandIn`. */
	readonly learner: string;
	readonly standing: 'confirmed' | 'unconfirmed';
	/** As the student gave them last. */
	readonly name: string;
	readonly number: string;
	/** Of the newest hand-in: made by the student's clock, and collected. */
	readonly at: number;
	readonly received: number;
	/** How many hand-ins it is folded from. */
	readonly handIns: number;
	/** How many of these could not be opened: a newer version of the site collected them. Absent for none. */
	readonly unreadable?: number;
	/** Version of the marking (of the course's questions) that it was marked by. */
	readonly marking: string;
	readonly attempts: readonly MarkedAttempt[];
}
