import { folded } from '#lib/base/arabic';
import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { textsOf } from '../texts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const fold = (text: string) => folded(text, 'lenient');

/** Finds the words as a whole, whatever their spelling, and in Arabic behind a conjunction, preposition or article too. */
function patternOf(text: string): RegExp {
	const stem = fold(text)
		.replace(/^ال(?=\p{L}{3})/u, '')
		.split(' ')
		.map(escaped)
		.join('\\s+');
	return new RegExp(`(?<![\\p{L}\\p{N}])[وف]?(?:[بك]?ال|لل|[بكل])?${stem}(?![\\p{L}\\p{N}])`, 'u');
}

/** Words that course.yaml bans stand nowhere in the course. */
export function bannedTerm(draft: CourseDraft): Problem[] {
	const banned = (draft.course?.value?.banned ?? []).map((entry) => ({
		...entry,
		pattern: patternOf(entry.text)
	}));
	if (banned.length === 0) return [];
	return textsOf(draft).flatMap(({ file, line, text }) => {
		const words = fold(text);
		return banned
			.filter(({ pattern }) => pattern.test(words))
			.map((entry) => ({
				file,
				line,
				rule: 'banned-term' as const,
				message: `"${entry.text}" is not used in this course (course.yaml, banned); write "${entry.instead}"`
			}));
	});
}
