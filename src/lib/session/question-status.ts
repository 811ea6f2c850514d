import type { QuestionState } from '#lib/progress/attempt-state';

export type QuestionStatus = 'not-yet' | 'entered' | 'right' | 'partly' | 'wrong' | 'shown';

/** What the map of questions shows: the outcome of the last try, else whether something is entered. */
export function statusOf({ tries, edited, answerShown }: QuestionState): QuestionStatus {
	const last = tries.at(-1);
	if (last && last.earned >= last.possible) return 'right';
	if (answerShown) return 'shown';
	if (edited) return 'entered';
	if (!last) return 'not-yet';
	return last.earned > 0 ? 'partly' : 'wrong';
}

/** Questions that would count as nothing if the attempt ended now: no try, and no answer shown. */
export const unansweredIn = (questions: readonly QuestionState[]): number =>
	questions.filter(({ tries, answerShown }) => !tries.length && !answerShown).length;
