import { kindOf } from '#lib/quiz/kinds';
import type { LearnerResult, MarkedQuestion } from '../collected';
import { questionIn } from './marked-question';
import type { MarkingCourse } from './marking-course';

/** An answer beside the question and the right answer. */
export interface AnswerRow extends MarkedQuestion {
	readonly learner: string;
	readonly name: string;
	readonly number: string;
	readonly lesson: string;
	readonly attempt: string;
	/** 1 for the first attempt at the lesson. */
	readonly nth: number;
	readonly started: number;
	readonly ended: number | null;
	/** A response that earns full marks, as the kind gives it; null where the question is not on this site. */
	readonly right: unknown;
}

/** Every answer of a learner, attempt by attempt, added attempts and those in progress too. */
export function answerRows(
	{ learner, name, number, attempts }: LearnerResult,
	course: MarkingCourse
): AnswerRow[] {
	const begun = new Map<string, number>();
	return attempts.flatMap(({ id, lesson, started, ended, questions }) => {
		const nth = (begun.get(lesson) ?? 0) + 1;
		begun.set(lesson, nth);
		return questions.map((marked) => {
			const question = questionIn(course, lesson, marked.question);
			const right = question ? kindOf(question).correct(question) : null;
			return { ...marked, learner, name, number, lesson, attempt: id, nth, started, ended, right };
		});
	});
}
