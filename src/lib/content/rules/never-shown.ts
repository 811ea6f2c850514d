import { lessonsOf, type CourseDraft, type LessonDraft } from '../draft';
import type { Problem } from '../problem';
import { field } from '../reader';

function inLesson({ texts, quiz, figures }: LessonDraft): Problem[] {
	const references = [...texts.values()].flatMap((text) => text.references);
	const shows = (to: string, id: string | null) =>
		references.some((reference) => reference.to === to && reference.id === id);
	const questions = quiz?.questions ?? [];
	// Without any text, that is what has to be mended.
	if (texts.size === 0) return [];
	return [
		...questions
			.filter(({ list, id }) => list === 'checks' && id !== null && !shows('check', id))
			.map((question) => ({
				file: question.file,
				line: question.line('id'),
				rule: 'never-shown' as const,
				message: `the text of the lesson does not show this check; add ::check{question=${question.id}} to it, or take the question out`
			})),
		...[...figures.values()]
			.filter(
				({ id }) =>
					!shows('figure', id) && !questions.some(({ raw }) => field(raw, 'figure') === id)
			)
			.map(({ id, infoFile }) => ({
				file: infoFile,
				line: 1,
				rule: 'never-shown' as const,
				message: `neither the text nor a question shows this figure; add ::figure{id=${id}} to the text, or remove its two files`
			}))
	];
}

/** Every check and figure of a lesson is shown somewhere. */
export const neverShown = (draft: CourseDraft): Problem[] => lessonsOf(draft).flatMap(inLesson);
