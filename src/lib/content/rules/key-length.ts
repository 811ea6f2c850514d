import { locales, type Locale } from '#lib/base/locale';
import type { SingleChoice } from '#lib/quiz/kinds/single-choice/kind';
import type { CourseDraft, ModuleDraft } from '../draft';
import type { Problem } from '../problem';
import { questionsOf } from './questions-of';

const names: { readonly [L in Locale]: string } = { en: 'English', ar: 'Arabic' };

/** With fewer questions one of them moves the share by more than an eighth, and says nothing of a habit. */
const fewest = 8;

function isLongest({ options }: SingleChoice, locale: Locale): boolean {
	const length = (text: SingleChoice['options'][number]['text']) =>
		[...(text[locale] ?? '')].length;
	const right = options.find(({ correct }) => correct);
	return (
		right !== undefined &&
		options.every((option) => option === right || length(option.text) < length(right.text))
	);
}

/**
 * How many right options may be the longest. By chance it is one in as many as a question has options; the spread of
 * that (binomial) is the square root of the sum of p(1 - p). One spread above chance is let through: about five authors
 * in six without the habit pass, and who always takes the longest gains at most 13 points in a hundred.
 */
export function mostLongest(questions: readonly Pick<SingleChoice, 'options'>[]): number {
	const chances = questions.map(({ options }) => 1 / options.length);
	const expected = chances.reduce((sum, chance) => sum + chance, 0);
	const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
	return Math.floor(expected + spread);
}

function inModule(module: ModuleDraft): Problem[] {
	const questions = questionsOf<SingleChoice>(module, 'single-choice');
	if (questions.length < fewest) return [];
	const most = mostLongest(questions);
	return locales.flatMap((locale): Problem[] => {
		const longest = questions.filter((question) => isLongest(question, locale));
		if (longest.length <= most) return [];
		return [
			{
				file: `${module.folder}/module.yaml`,
				line: 1,
				rule: 'key-length',
				message: `in ${longest.length} of ${questions.length} single choices the right option is the longest in ${names[locale]}, and at most ${most} may be; shorten it, or make a wrong one longer, in some of: ${longest.map(({ id }) => id).join(', ')}`
			}
		];
	});
}

/** Nobody passes a module by choosing the longest option. */
export const keyLength = ({ modules }: CourseDraft): Problem[] => modules.flatMap(inModule);
