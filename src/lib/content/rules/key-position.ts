import type { SingleChoice } from '#lib/quiz/kinds/single-choice/kind';
import type { CourseDraft, ModuleDraft } from '../draft';
import type { Problem } from '../problem';
import { questionsOf } from './questions-of';

/**
 * In twelve questions of four options chance alone puts more than half of the right ones into some place once in
 * seventeen modules; in fewer questions it would do so too often to speak of a habit.
 */
const fewest = 12;
const share = 0.5;

function inModule(module: ModuleDraft): Problem[] {
	const questions = questionsOf<SingleChoice>(module, 'single-choice');
	if (questions.length < fewest) return [];
	const places = questions.map(({ options }) => options.findIndex(({ correct }) => correct) + 1);
	return [...new Set(places)].flatMap((place): Problem[] => {
		const there = questions.filter((_, index) => places[index] === place);
		if (there.length <= questions.length * share) return [];
		return [
			{
				file: `${module.folder}/module.yaml`,
				line: 1,
				rule: 'key-position',
				message: `in ${there.length} of ${questions.length} single choices the right option stands in place ${place}; move it in some of: ${there.map(({ id }) => id).join(', ')}`
			}
		];
	});
}

/** The right options of a module stand in all places: not everything that shows a course shuffles them. */
export const keyPosition = ({ modules }: CourseDraft): Problem[] => modules.flatMap(inModule);
