import type { QuestionBase } from '#lib/quiz/question';
import type { ModuleDraft } from '../draft';

/** The questions of one kind in a module whose shape is right: those of the quizzes and those inside the lessons. */
export const questionsOf = <Q extends QuestionBase>({ lessons }: ModuleDraft, kind: string): Q[] =>
	lessons.flatMap(({ quiz }) =>
		(quiz?.questions ?? []).flatMap((question) =>
			question.kind === kind && question.value ? [question.value as Q] : []
		)
	);
