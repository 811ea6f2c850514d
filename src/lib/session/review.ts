import type { Text } from '#lib/base/locale';
import type { AttemptState, QuestionState } from '#lib/progress/attempt-state';
import { feedbackOn } from '#lib/quiz/feedback';
import { quizScore, shareOf, type Score } from '#lib/quiz/grade-quiz';
import { changeOf, type Change } from '#lib/quiz/change';
import type { Question } from '#lib/quiz/question';
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
		/** Marks by the key of then and by the one of now, where it was changed. */
		readonly markedBefore: Score | null;
		readonly markedAgain: Score | null;
		/** What became of the question since. */
		readonly change: Change;
	}[];
}

const nothing: Score = { earned: 0, possible: 1 };
/** Points as they are shown: two decimals at most. */
const rounded = (score: Score): Score => ({
	earned: Math.round(score.earned * 100) / 100,
	possible: score.possible
});

/** State of an attempt, the lesson's objectives and its questions as they are now => what the result page shows. */
export function reviewOf(
	state: AttemptState,
	objectives: readonly { readonly id: string; readonly text: Text }[],
	pool: readonly Question[] | null = null
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
			mark: rounded(question.mark ?? nothing),
			markedBefore: question.markedBefore && rounded(question.markedBefore),
			markedAgain: question.markedAgain && rounded(question.markedAgain),
			change: pool ? changeOf(question.question, pool) : 'none'
		}))
	};
}
