import { lessonsOf, type CourseDraft, type LessonDraft } from '../draft';
import type { Problem } from '../problem';
import { asked, notCounting } from './asked';

const least = 2;

function inLesson({ quiz, texts }: LessonDraft): Problem[] {
	const [first] = texts.values();
	if (!quiz || !first?.objectives || !first.front) return [];
	const { front, file } = first;
	return first.objectives.flatMap((id): Problem[] => {
		const all = quiz.questions.filter(({ objective }) => objective === id);
		const questions = asked(all);
		const pool = questions.filter(({ list }) => list === 'pool');
		const problem = (message: string): Problem[] => [
			{ file, line: front.line('objectives', id), rule: 'objective-untested', message }
		];
		if (pool.length < least) {
			const has = pool.length === 0 ? 'no question' : 'only one question';
			return problem(
				`the objective "${id}" has ${has} in the pool of quiz.yaml${notCounting(all)}; write at least ${least}`
			);
		}
		return questions.some(({ section }) => section !== 'key-points')
			? []
			: problem(
					`all questions of the objective "${id}" lead back to the key points, which sum up and do not teach; name the section that teaches it`
				);
	});
}

/**
 * Every objective has two questions or more in the pool, since review asks another one than last time, and a section
 * that teaches it: a question leads back to its section.
 */
export const objectiveUntested = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(inLesson);
