import { authoringContext } from '../authoring-context';
import { lessonsOf, type CourseDraft, type LessonDraft, type QuestionDraft } from '../draft';
import { sizeOf } from '../figure/draw-figure';
import type { Problem } from '../problem';
import { field } from '../reader';
import { isRule } from './rule';

/** Whether what the question builds on is wrong itself, so that its kind would only repeat it. */
function waits({ raw }: QuestionDraft, lesson: LessonDraft, { glossary }: CourseDraft): boolean {
	const figure = lesson.figures.get(field(raw, 'figure'));
	const term = field(raw, 'term');
	return (
		(figure !== undefined && !(figure.drawing && sizeOf(figure.drawing) && figure.info?.value)) ||
		(term !== '' &&
			(!glossary.readable || glossary.entries.some(({ id, value }) => id === term && !value)))
	);
}

/** What the kinds of questions say of theirs: no right option, an ordering of one, a tolerance out of reach. */
export const kindProblems = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap((lesson) => {
		const context = authoringContext(lesson, draft.glossary);
		return (lesson.quiz?.questions ?? []).flatMap((question) => {
			const { value, schema, file } = question;
			if (!value || !schema || waits(question, lesson, draft)) return [];
			return schema.problems(value as never, context).map(({ path, rule, message }) => ({
				file,
				line: question.line(...path),
				rule: isRule(rule) ? rule : 'schema',
				message
			}));
		});
	});
