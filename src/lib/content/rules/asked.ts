import type { QuestionDraft } from '../draft';

/** The questions that can still be asked: all but the retired ones. */
export const asked = (questions: readonly QuestionDraft[] = []): QuestionDraft[] =>
	questions.filter(({ retired }) => !retired);

/** Behind a count of questions: ', not counting 2 retired', or nothing where none is. */
export function notCounting(questions: readonly QuestionDraft[]): string {
	const retired = questions.length - asked(questions).length;
	return retired > 0 ? `, not counting ${retired} retired` : '';
}
