import type { MarkedQuestion } from '#lib/training/collected';
import { feedbackOn } from '#lib/quiz/feedback';
import { kindOf } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';
import type { Feedback } from '#lib/quiz/view';

/** An answer of a learner as a trainer sees it: beside the question, with the right answer. */
export interface MarkedAnswer {
	readonly question: Question;
	/** Of the options, as the question has them. */
	readonly order: readonly string[];
	readonly response: unknown;
	readonly feedback: Feedback;
	readonly given: boolean;
}

/** A marked question and the question itself, as this site has it => what is shown. */
export function markedAnswer(question: Question, marked: MarkedQuestion): MarkedAnswer {
	const kind = kindOf(question);
	const given = marked.response !== null && marked.response !== undefined;
	const response = given ? marked.response : kind.start(question);
	return {
		question,
		order: kind.arrange(question, (list) => [...list]),
		response,
		feedback: feedbackOn(question, response, true),
		given
	};
}

/** What a mark is called: 1 => right, 0 => wrong, between them partly; null for no mark. */
export const outcomeOfShare = (share: number | null): Feedback['outcome'] | null =>
	share === null ? null : share >= 1 ? 'right' : share > 0 ? 'partly' : 'wrong';
