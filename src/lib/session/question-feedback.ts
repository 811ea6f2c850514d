import type { QuestionState } from '#lib/progress/attempt-state';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Feedback } from '#lib/quiz/view';

/** The feedback on the last try, while nothing new is entered; the answer alone where it was shown without a try. */
export function feedbackFor(state: QuestionState): Feedback | null {
	const last = state.tries.at(-1);
	if (!state.done && (!last || state.edited)) return null;
	return feedbackOn(state.question, state.response, state.done);
}
