import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { folded } from '#lib/base/arabic';
import type { Locale } from '#lib/base/locale';
import type { Term } from '../course';
import { lessonsOf, type CourseDraft, type LessonTextDraft } from '../draft';
import { lineOf } from '../markdown/read-document';
import type { Problem } from '../problem';

const isLong = (word: string) => word.length >= 2;

/** 'bodies' => itself and all that it may be the plural of: 'bodie', 'bodi', 'body'. */
const englishStems = (word: string): string[] => [
	word,
	word.replace(/(?<!s)s$/, ''),
	word.replace(/es$/, ''),
	word.replace(/ies$/, 'y')
];

/** 'وللحويصلات' => what may be left of it without conjunction, preposition, article and ending, longest first. */
function arabicStems(word: string): string[] {
	const heads = [word, word.replace(/^[وف]/, '')]
		.flatMap((rest) => [rest, rest.replace(/^لل/, ''), rest.replace(/^[بكل]/, '')])
		.flatMap((rest) => [rest, rest.replace(/^ال/, '')])
		.filter(isLong);
	// Folding made ه of ة. The dual, the sound plurals and pronouns stand in its place.
	return heads.flatMap((head) => [head, head.replace(/(ات|تان|تين|ان|ين|ون|ها|هم|ه)$/, '')]);
}

const stemsOf = (word: string, locale: Locale): string[] =>
	locale === 'ar' && /\p{Script=Arabic}/u.test(word) ? arabicStems(word) : englishStems(word);

/** The words as they are compared: without marks, hyphens, and the alif of an accusative. */
const wordsOf = (text: string): string[] =>
	folded(text.replace(/\u064B\p{Mn}*\u0627|\u0627\u064B/gu, '').replaceAll('’', "'"), 'lenient')
		.split(/[\s()-]+/)
		.filter(Boolean);

function isForm(words: string, form: string, locale: Locale): boolean {
	const [written, wanted] = [wordsOf(words), wordsOf(form)];
	return (
		written.length === wanted.length &&
		written.every((word, index) => {
			const stems = stemsOf(wanted[index]!, locale);
			return stemsOf(word, locale).some((stem) => stems.includes(stem));
		})
	);
}

/** Whether these words are the term, one of its variants, or an inflected form of them: "lipid bilayers", «بالخلية». */
export function isTerm(words: string, { term, variants }: Term, locale: Locale): boolean {
	const forms = [term[locale] ?? '', ...(variants[locale] ?? [])];
	// "messenger RNA (mRNA)": with what stands in brackets, or without.
	const parts = [words, words.replace(/\s*\([^)]*\)/g, '')];
	return parts.some((part) => forms.some((form) => isForm(part, form, locale)));
}

function inText(text: LessonTextDraft, locale: Locale, terms: readonly Term[]): Problem[] {
	const found: Problem[] = [];
	for (const node of [...text.opening, ...text.sections.flatMap(({ nodes }) => nodes)])
		visit(node, 'textDirective', (directive) => {
			if (directive.name !== 'term') return;
			const term = terms.find(({ id }) => id === directive.attributes?.id);
			const wanted = term?.term[locale];
			const words = toString(directive).trim();
			if (!term || wanted === undefined || words === '' || isTerm(words, term, locale)) return;
			found.push({
				file: text.file,
				line: lineOf(directive),
				rule: 'glossary-wording',
				message: `"${words}" is none of the words of the term "${term.id}" in glossary.yaml, which is called "${wanted}"; write the term, or add these words to its variants`
			});
		});
	return found;
}

/** A link to the glossary stands on the words of the term, so that one thing has one name in the whole course. */
export function glossaryWording(draft: CourseDraft): Problem[] {
	const terms = draft.glossary.entries.flatMap(({ value }) => value ?? []);
	return lessonsOf(draft).flatMap(({ texts }) =>
		[...texts].flatMap(([locale, text]) => inText(text, locale, terms))
	);
}
