import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

const least = 2;

/** Every objective has two questions or more in the pool: review asks another one than last time. */
export const objectiveUntested = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz, texts }) => {
		const [first] = texts.values();
		if (!quiz || !first?.objectives || !first.front) return [];
		return first.objectives.flatMap((id): Problem[] => {
			const count = quiz.questions.filter(
				({ list, objective }) => list === 'pool' && objective === id
			).length;
			if (count >= least) return [];
			const has = count === 0 ? 'no question' : 'only one question';
			const message = `the objective "${id}" has ${has} in the pool of quiz.yaml; write at least ${least}`;
			return [
				{
					file: first.file,
					line: first.front!.line('objectives', id),
					rule: 'objective-untested',
					message
				}
			];
		});
	});
