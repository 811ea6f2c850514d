import type { TrueFalse } from '#lib/quiz/kinds/true-false/kind';
import type { CourseDraft, ModuleDraft } from '../draft';
import type { Problem } from '../problem';
import { questionsOf } from './questions-of';

/** With fewer, 40 to 60 % would leave no choice. */
const fewest = 5;

/** How many of so many statements may be true: 40 to 60 %, to the nearest whole number: 8 => 3 to 5. */
export const balanced = (count: number): { readonly min: number; readonly max: number } => ({
	min: Math.round(count * 0.4),
	max: count - Math.round(count * 0.4)
});

function inModule(module: ModuleDraft): Problem[] {
	const questions = questionsOf<TrueFalse>(module, 'true-false');
	const right = questions.filter(({ answer }) => answer).length;
	const { min, max } = balanced(questions.length);
	if (questions.length < fewest || (right >= min && right <= max)) return [];
	return [
		{
			file: `${module.folder}/module.yaml`,
			line: 1,
			rule: 'true-false-balance',
			message: `${right} of ${questions.length} true/false statements are true, and ${min} to ${max} should be; turn some round`
		}
	];
}

/** Nobody passes a module by believing everything, or nothing. */
export const trueFalseBalance = ({ modules }: CourseDraft): Problem[] => modules.flatMap(inModule);
