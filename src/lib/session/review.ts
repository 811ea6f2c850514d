import type { Text } from '#lib/base/locale';
import type { AttemptState, QuestionState } from '#lib/progress/attempt-state';
import { feedbackOn } from '#lib/quiz/feedback';
import { quizScore, shareOf, type Score } from '#lib/quiz/grade-quiz';
import type { Feedback } from '#lib/quiz/view';

/** An attempt looked back on. */
export interface Review extends Score {
	readonly share: number;
	/** Questions without full marks. */
	readonly missed: number;
	readonly objectives: readonly (Score & {
		readonly id: string;
		readonly text: Text;
		readonly share: number;
	})[];
	readonly answers: readonly {
		readonly state: QuestionState;
		readonly feedback: Feedback;
		readonly given: boolean;
		readonly mark: Score;
	}[];
}

const nothing: Score = { earned: 0, possible: 1 };
/** Points as they are shown: two decimals at most. */
const rounded = (score: Score): Score => ({
	earned: Math.round(score.earned * 100) / 100,
	possible: score.possible
});

/** State of an attempt and the lesson's objectives => what the result page shows. */
export function reviewOf(
	state: AttemptState,
	objectives: readonly { readonly id: string; readonly text: Text }[]
): Review {
	const score = quizScore(state.questions.map(({ mark }) => mark));
	return {
		...rounded(score),
		share: shareOf(score),
		missed: state.questions.filter(({ mark }) => !mark || mark.earned < mark.possible).length,
		objectives: objectives.flatMap(({ id, text }) => {
			const mine = state.questions.filter(({ question }) => question.objective === id);
			const score = quizScore(mine.map(({ mark }) => mark));
			return mine.length ? [{ id, text, ...rounded(score), share: shareOf(score) }] : [];
		}),
		answers: state.questions.map((question) => ({
			state: question,
			feedback: feedbackOn(question.question, question.response, true),
			given: question.tries.length > 0,
			mark: rounded(question.mark ?? nothing)
		}))
	};
}
