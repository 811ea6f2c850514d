import type { Locale } from '#lib/base/locale';
import type { Counting } from '#lib/quiz/counting';
import type { Score } from '#lib/quiz/grade-quiz';
import type { Question } from '#lib/quiz/question';

/**
 * On every record. `sequence` is a Lamport clock: greater than every sequence that this device gave before and than
 * every one that it had seen for the same attempt, so that folds order by it (then by device and id), never by `at`.
 * Records are appended and merged by id, never changed; a person alone removes them.
 */
export interface Stamp {
	/** UUIDv7. */
	readonly id: string;
	/** The learner profile. */
	readonly profile: string;
	readonly device: string;
	readonly sequence: number;
	/** The highest sequence that stood in the store for its attempt when it was written; 0 for none. */
	readonly seen: number;
	/** Versions of the app and of the course it was made with. */
	readonly app: string;
	readonly content: string;
	/** Milliseconds since 1970 by the device's clock. */
	readonly at: number;
}

/** A review goes over objectives of several lessons that are due; it schedules, and counts nowhere. */
export type Mode = 'practice' | 'test' | 'review';

/** The rules in force when an attempt was started; they stay with it. */
export interface Rules {
	/** Share of the points that passes, 0 to 1. */
	readonly passMark: number;
	/** Milliseconds before extra time; null for none. */
	readonly timeLimit: number | null;
	/** Factor on the time limit; 1 for no extra time. */
	readonly extraTime: number;
	/** With each answer it is asked how sure one is. */
	readonly confidence: boolean;
	/** How many attempts are allowed; null for any number. */
	readonly attempts: number | null;
	/** Which of them counts. */
	readonly counts: Counting;
}

/** One question of a paper: which, in which version, what it tests, and the order of its options. */
export interface PaperQuestion {
	readonly question: string;
	/** `questionKey` of the version that was drawn. */
	readonly key: string;
	readonly lesson: string;
	/** Of that lesson. */
	readonly objective: string;
	readonly order: readonly string[];
}

/** Terms of an assignment in force when an attempt was started for it; they stay with the attempt. */
export interface AttemptTerms {
	readonly assignment: string;
	readonly revision: number;
	/** Share of the points that passes the assignment, 0 to 1. */
	readonly passMark: number;
	/** Milliseconds since 1970; null for none. */
	readonly due: number | null;
	/** The answers show from this time on; null or nothing: when the attempt is ended. */
	readonly answersFrom?: number | null;
}

export interface AttemptRecord extends Stamp {
	/** Empty for a review. */
	readonly lesson: string;
	readonly mode: Mode;
	readonly seed: string;
	readonly paper: readonly PaperQuestion[];
	/** Ids of the assignments it was started for. */
	readonly assignments: readonly string[];
	/** Of each of those assignments, the terms of then. */
	readonly terms: readonly AttemptTerms[];
	readonly rules: Rules;
	/** The attempt whose missed questions it goes over again; it teaches, and counts nowhere. Null for an attempt that counts. */
	readonly redoOf: string | null;
}

/** What is entered and not yet submitted for marking; one per attempt, question and tab; the highest sequence wins. */
export interface DraftRecord extends Omit<Stamp, 'id'> {
	readonly attempt: string;
	readonly question: string;
	/** Random per page load. */
	readonly tab: string;
	readonly response: unknown;
	readonly kindVersion: number;
}

/** One try: a response submitted for marking, with its mark as given then. */
export interface ResponseRecord extends Stamp {
	readonly attempt: string;
	readonly question: string;
	readonly key: string;
	readonly response: unknown;
	readonly kindVersion: number;
	/** Language of the interface at that moment. */
	readonly locale: Locale;
	readonly earned: number;
	readonly possible: number;
}

/** The end of an attempt, with the score as counted then (each question is worth one point). */
export interface SubmissionRecord extends Stamp {
	readonly attempt: string;
	readonly earned: number;
	readonly possible: number;
	readonly passed: boolean;
	/** Who ended it: the learner, or the clock. */
	readonly by: 'learner' | 'time';
}

/** How sure a learner is of an answer; it never changes a score. */
export const confidences = ['unsure', 'fairly-sure', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

/** What happened besides answers. */
export type Happening =
	| { readonly type: 'question-opened'; readonly attempt: string; readonly question: string }
	| {
			readonly type: 'hint-shown';
			readonly attempt: string;
			readonly question: string;
			readonly hint: number;
	  }
	| { readonly type: 'answer-shown'; readonly attempt: string; readonly question: string }
	| {
			readonly type: 'flagged';
			readonly attempt: string;
			readonly question: string;
			readonly on: boolean;
	  }
	| {
			readonly type: 'confidence-given';
			readonly attempt: string;
			readonly question: string;
			readonly confidence: Confidence;
	  }
	| {
			/** Somebody was at the page: a lesson, or an attempt (whose clock it also keeps). */
			readonly type: 'active';
			readonly lesson: string;
			readonly attempt: string | null;
			/** Since the last such record of this page, in view; at most a minute or so. */
			readonly milliseconds: number;
			/** Of the attempt, as this page's steady clock had it; null where no time limit runs. */
			readonly elapsed: number | null;
	  }
	| {
			/** The clock had jumped ahead; the learner says whether that time passed (`away`) or the clock was set. */
			readonly type: 'jump-explained';
			readonly attempt: string;
			readonly away: boolean;
	  }
	| {
			/** The key of a question was changed after the attempt: what its first try earns by the new one. */
			readonly type: 'remarked';
			readonly attempt: string;
			readonly question: string;
			/** `questionKey` of the version that it was marked by. */
			readonly key: string;
			/** What counted before. */
			readonly before: Score;
			readonly earned: number;
			readonly possible: number;
	  }
	| { readonly type: 'section-opened'; readonly lesson: string; readonly section: string }
	| { readonly type: 'section-read'; readonly lesson: string; readonly section: string }
	| {
			readonly type: 'check-answered';
			readonly lesson: string;
			readonly question: string;
			readonly response: unknown;
			readonly kindVersion: number;
			readonly earned: number;
			readonly possible: number;
	  }
	/** Its profile and another one are the same person: what one of them did, the other did. */
	| { readonly type: 'alias'; readonly of: string }
	/** An attempt was made under the wrong profile: all of it belongs to that one; of several the last counts. */
	| { readonly type: 'attempt-moved'; readonly attempt: string; readonly to: string };

export type EventRecord = Stamp & Happening;
/** Says whose records are whose: of who did what, no fold hears of it. */
export type BondRecord = EventRecord & { readonly type: 'alias' | 'attempt-moved' };

export interface ProfileRecord {
	readonly id: string;
	/** Empty until a name is needed. */
	readonly name: string;
	readonly sequence: number;
	readonly device: string;
	readonly at: number;
}

/** A setting of a profile; the highest sequence wins. */
export interface PreferenceRecord {
	readonly profile: string;
	readonly name: string;
	readonly value: unknown;
	readonly sequence: number;
	readonly device: string;
	readonly at: number;
}

/** A compiled question as it was when it was drawn, kept for ever under its `questionKey`. */
export interface QuestionRecord {
	readonly key: string;
	readonly question: Question;
}

/** What a person erased; merging brings none of it back. */
export interface TombstoneRecord {
	readonly id: string;
	/** Who erased it. */
	readonly profile: string;
	readonly device: string;
	readonly sequence: number;
	readonly at: number;
	readonly erased: {
		readonly what: 'profile';
		readonly profile: string;
		/** Attempts that belonged to it, under whichever profile they were made. */
		readonly attempts: readonly string[];
		/** Attempts made under it that belonged to another profile by then: they stay. */
		readonly elsewhere: readonly string[];
	};
}

/** An assignment that a learner accepted. A higher revision takes the place of a lower one. */
export interface AcceptedRecord {
	readonly profile: string;
	/** Of the assignment. */
	readonly id: string;
	readonly revision: number;
	/** The assignment itself, as its trainer signed it. */
	readonly signed: string;
	/** Staff number, as the link had it or as typed; empty for none. */
	readonly number: string;
	/** Whom the personal link was for that brought it once; it stays when a group link brings it again. */
	readonly addressee?: { readonly name: string; readonly number: string; readonly token: string };
	/** The learner took it off the list. */
	readonly removed?: boolean;
	readonly sequence: number;
	readonly device: string;
	readonly at: number;
}

/** How a hand-in left the device. */
export const handInWays = ['file', 'share', 'link'] as const;
export type HandInWay = (typeof handInWays)[number];

/** An attempt as it was handed in. */
export interface HandedAttempt {
	readonly id: string;
	/** It had ended. */
	readonly complete: boolean;
	/** The highest sequence of it that was sent. */
	readonly upTo: number;
}

/** What was handed in, when, and whether the trainer said that it arrived. The file itself is not kept. */
export interface HandInRecord {
	/** Digest of what was sent. */
	readonly id: string;
	readonly profile: string;
	readonly assignment: string;
	readonly attempts: readonly HandedAttempt[];
	readonly by: HandInWay;
	/** The receipt as the trainer signed it, empty where it was too long to keep; null before one came: whether it arrived is then not known. */
	readonly receipt: string | null;
	readonly sequence: number;
	readonly device: string;
	readonly at: number;
}

/** Everything a store holds, or a part of it; two of them merge by the union of ids. */
export interface Records {
	readonly questions: readonly QuestionRecord[];
	readonly attempts: readonly AttemptRecord[];
	readonly drafts: readonly DraftRecord[];
	readonly responses: readonly ResponseRecord[];
	readonly submissions: readonly SubmissionRecord[];
	readonly events: readonly EventRecord[];
	readonly profiles: readonly ProfileRecord[];
	readonly preferences: readonly PreferenceRecord[];
	readonly tombstones: readonly TombstoneRecord[];
	readonly assignments: readonly AcceptedRecord[];
	readonly handIns: readonly HandInRecord[];
}

/** All that is known of one attempt. */
export interface AttemptLog {
	readonly attempt: AttemptRecord;
	readonly questions: ReadonlyMap<string, Question>;
	readonly drafts: readonly DraftRecord[];
	readonly responses: readonly ResponseRecord[];
	readonly submissions: readonly SubmissionRecord[];
	readonly events: readonly EventRecord[];
}

/** All that standings are folded from, of one person. */
export interface History {
	readonly attempts: readonly AttemptRecord[];
	readonly responses: readonly ResponseRecord[];
	readonly submissions: readonly SubmissionRecord[];
	readonly events: readonly EventRecord[];
}

/** The order of folds: by sequence, then device, then id. */
export const bySequence = (
	a: { sequence: number; device: string; id?: string },
	b: { sequence: number; device: string; id?: string }
): number =>
	a.sequence - b.sequence || compare(a.device, b.device) || compare(a.id ?? '', b.id ?? '');

/** Records in the order of folds, each once. */
export function inSequence<T extends Parameters<typeof bySequence>[0]>(records: readonly T[]): T[] {
	const sorted = [...records].sort(bySequence);
	return sorted.filter((record, index) => !index || bySequence(sorted[index - 1]!, record) !== 0);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
