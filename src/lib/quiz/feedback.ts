import { kindOf } from './kinds';
import type { Question } from './question';
import type { Score } from './grade-quiz';
import type { Feedback } from './view';

export const outcomeOf = ({ earned, possible }: Score): Feedback['outcome'] =>
	earned >= possible ? 'right' : earned > 0 ? 'partly' : 'wrong';

/**
 * What a learner is told about a response. Until the answer may be seen (`revealed`), right pieces that were left out
 * stay hidden, so that another try is worth something.
 */
export function feedbackOn(question: Question, response: unknown, revealed: boolean): Feedback {
	const kind = kindOf(question);
	const grade = kind.grade(question, response);
	const outcome = outcomeOf(grade);
	const open = revealed || outcome === 'right';
	return {
		outcome,
		parts: open ? grade.parts : grade.parts.filter((part) => part.given),
		notes: grade.notes,
		explanation: question.explanation,
		correct: open ? kind.correct(question) : null
	};
}
