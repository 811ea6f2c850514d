import type { QuestionState } from '#lib/progress/attempt-state';
import type { Mode } from '#lib/progress/record';

export type QuestionStatus =
	| 'not-yet'
	| 'entered'
	| 'right'
	| 'partly'
	| 'wrong'
	| 'shown'
	/** In a test, where nothing is checked. */
	| 'answered'
	| 'begun';

/** What the map of questions shows: the outcome of the last try, else whether something is entered. */
export function statusOf(
	{ tries, edited, answerShown, entry }: QuestionState,
	mode: Mode = 'practice'
): QuestionStatus {
	const last = tries.at(-1);
	if (!last && mode === 'test')
		return entry === 'whole' ? 'answered' : entry === 'part' ? 'begun' : 'not-yet';
	if (last && last.earned >= last.possible) return 'right';
	if (answerShown) return 'shown';
	if (edited) return 'entered';
	if (!last) return 'not-yet';
	return last.earned > 0 ? 'partly' : 'wrong';
}

/**
 * Questions that would count as nothing, or not in full, if the attempt ended now: without a try or a shown answer; in a
 * test without a whole answer.
 */
export const unansweredIn = (
	questions: readonly QuestionState[],
	mode: Mode = 'practice'
): number =>
	questions.filter(
		({ tries, answerShown, entry }) =>
			!tries.length && (mode === 'test' ? entry !== 'whole' : !answerShown)
	).length;
