import type { Locale } from '#lib/base/locale';
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

export type Mode = 'practice' | 'test';

/** The rules in force when an attempt was started; they stay with it. */
export interface Rules {
	/** Share of the points that passes, 0 to 1. */
	readonly passMark: number;
}

/** One question of a paper: which, in which version, and the order of its options. */
export interface PaperQuestion {
	readonly question: string;
	/** `questionKey` of the version that was drawn. */
	readonly key: string;
	readonly order: readonly string[];
}

export interface AttemptRecord extends Stamp {
	readonly lesson: string;
	readonly mode: Mode;
	readonly seed: string;
	readonly paper: readonly PaperQuestion[];
	/** Ids of the assignments it was started for. */
	readonly assignments: readonly string[];
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
}

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
	  };

export type EventRecord = Stamp & Happening;

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

/** All that standings are folded from, of one profile. */
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
