import { uuidv7 } from '#lib/base/id';
import type { TestRules } from '#lib/content/course';
import type { AttemptRecord, Mode, Rules } from '#lib/progress/record';
import type { DrawnQuestion } from '#lib/quiz/draw';
import type { Unstamped } from '#lib/store/store';

/** What the learner chose for attempts of their own. */
export interface Wishes {
	/** Factor on a time limit; 1 for none. */
	readonly extraTime: number;
	/** To be asked with each answer how sure one is. */
	readonly confidence: boolean;
}

/** The rules of an attempt that nobody assigned. Practice has no limits. */
export const ownRules = (
	mode: Mode,
	passMark: number,
	test: TestRules,
	{ extraTime, confidence }: Wishes
): Rules =>
	mode === 'test'
		? {
				passMark,
				timeLimit: test.minutes === null ? null : test.minutes * 60_000,
				extraTime,
				confidence: confidence || test.confidence,
				attempts: test.attempts,
				counts: test.counts
			}
		: {
				passMark,
				timeLimit: null,
				extraTime: 1,
				confidence,
				attempts: null,
				counts: 'best'
			};

/** An attempt at a paper, before it is written. */
export const newAttempt = (
	part: Pick<AttemptRecord, 'lesson' | 'mode' | 'seed' | 'rules' | 'redoOf'> &
		Partial<Pick<AttemptRecord, 'terms'>> & { readonly paper: readonly DrawnQuestion[] }
): Unstamped<AttemptRecord> => ({
	id: uuidv7(),
	assignments: (part.terms ?? []).map(({ assignment }) => assignment),
	terms: [],
	...part
});
