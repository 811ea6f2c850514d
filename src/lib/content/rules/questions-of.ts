import type { QuestionBase } from '#lib/quiz/question';
import type { ModuleDraft } from '../draft';
import { asked } from './asked';

/** The questions of one kind in a module that are asked and whose shape is right: of the quizzes and inside the lessons. */
export const questionsOf = <Q extends QuestionBase>({ lessons }: ModuleDraft, kind: string): Q[] =>
	lessons.flatMap(({ quiz }) =>
		asked(quiz?.questions).flatMap((question) =>
			question.kind === kind && question.value ? [question.value as Q] : []
		)
	);
