import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { textsOf, type Shown } from '../texts';

const closing: Readonly<Record<string, string>> = {
	'(': ')',
	'[': ']',
	'{': '}',
	'«': '»',
	'“': '”'
};

/** The first bracket or quotation mark without its partner: 'a (b' => '('. */
function unbalanced(text: string): string | null {
	const open: string[] = [];
	for (const mark of text) {
		if (mark in closing) open.push(mark);
		else if (Object.values(closing).includes(mark) && closing[open.pop() ?? ''] !== mark)
			return mark;
	}
	return open[0] ?? ((text.match(/"/g)?.length ?? 0) % 2 === 1 ? '"' : null);
}

/** A Latin comma, semicolon or question mark in Arabic words. Between two Latin words it is theirs: "CD9, CD63". */
function latinMark(text: string): string | null {
	if (!/\p{Script=Arabic}/u.test(text)) return null;
	for (const match of text.matchAll(/[,;?](?=[\s»”")\]]|$)/g)) {
		const before = /\p{L}(?=\P{L}*$)/u.exec(text.slice(0, match.index))?.[0] ?? '';
		const after = /\p{L}/u.exec(text.slice(match.index))?.[0] ?? '';
		if (!/\p{Script=Latin}/u.test(before) || !/\p{Script=Latin}/u.test(after)) return match[0];
	}
	return null;
}

const arabicMark: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

function mistakes({ locale, text }: Shown): string[] {
	const lonely = unbalanced(text);
	const latin = locale === 'ar' ? latinMark(text) : null;
	return [
		...(lonely ? [`a ${lonely} has no partner; add what opens or closes it`] : []),
		...(latin ? [`an Arabic text has ${arabicMark[latin]} and not ${latin}`] : []),
		...(/[٠-٩۰-۹]/.test(text)
			? ['write digits as 0 to 9; they are shown as each student has set it']
			: []),
		...(/\S[ \u00A0]{2,}\S/.test(text) ? ['two spaces follow each other; take one out'] : [])
	];
}

/** Brackets and quotation marks come in pairs, Arabic has its own comma, digits are 0 to 9, and spaces stand alone. */
export const typography = (draft: CourseDraft): Problem[] =>
	textsOf(draft).flatMap((shown) =>
		mistakes(shown).map((message) => ({
			file: shown.file,
			line: shown.line,
			rule: 'typography' as const,
			message
		}))
	);
