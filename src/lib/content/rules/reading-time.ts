import { lessonsOf, type CourseDraft, type LessonTextDraft } from '../draft';
import { wordsOf } from '../markdown/prose';
import type { Problem } from '../problem';

/**
 * Arabic says the same in fewer words, since article, preposition and pronoun are part of a word: 87 to 100 % of the
 * English in our twelve lessons. Outside these bounds something was left out or added.
 */
const share = { min: 0.75, max: 1.15 };

/** Where course.yaml has `words`, each lesson has so many in English, and about as many in Arabic. */
export function readingTime(draft: CourseDraft): Problem[] {
	const bounds = draft.course?.value?.words;
	if (!bounds) return [];
	return lessonsOf(draft).flatMap(({ texts }) => {
		const problem = ({ file }: LessonTextDraft, message: string): Problem[] => [
			{ file, line: 1, rule: 'reading-time', message }
		];
		const first = texts.get('en') ?? texts.get('ar');
		if (!first) return [];
		const words = wordsOf(first);
		const found =
			words < bounds.min || words > bounds.max
				? problem(
						first,
						`the lesson has ${words} words; course.yaml asks for ${bounds.min} to ${bounds.max}`
					)
				: [];
		const other = texts.get('ar');
		if (!other || other === first) return found;
		const translated = wordsOf(other);
		if (translated >= words * share.min && translated <= words * share.max) return found;
		return [
			...found,
			...problem(
				other,
				`the lesson has ${translated} words here and ${words} in English; ${Math.ceil(words * share.min)} to ${Math.floor(words * share.max)} say the same, so look what was left out or added`
			)
		];
	});
}
