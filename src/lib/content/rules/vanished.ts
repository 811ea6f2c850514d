import { lessonsOf, type CourseDraft, type LessonDraft } from '../draft';
import type { Problem } from '../problem';

/** The ids that were released and no question of the lesson has. */
function inLesson({ id: lesson, quiz }: LessonDraft, released: readonly string[]): Problem[] {
	// Without any pool, that is what has to be mended.
	if (!quiz?.questions.some(({ list }) => list === 'pool')) return [];
	const there = new Set(quiz.questions.map(({ id }) => id));
	return released
		.filter((id) => !there.has(id))
		.map((id) => ({
			file: quiz.file,
			line: quiz.line('pool'),
			rule: 'vanished',
			message: `the question "${id}" of the lesson "${lesson}" was released, and what students answered refers to it; put it back under its id, and where it is no longer to be asked keep it under "pool:" with "retired: true"`
		}));
}

/** What was released stays, under its id and in its lesson: what students saved refers to it. */
export function vanished(draft: CourseDraft): Problem[] {
	const { released } = draft;
	if (!released) return [];
	const lessons = lessonsOf(draft);
	return Object.entries(released.value).flatMap(([id, questions]): Problem[] => {
		const lesson = lessons.find((other) => other.id === id);
		return lesson
			? inLesson(lesson, Object.keys(questions))
			: [
					{
						file: released.file,
						line: released.line(id),
						rule: 'vanished',
						message: `the lesson "${id}" was released, and what students answered refers to it; put its folder back, named with a number and then "-${id}"`
					}
				];
	});
}
