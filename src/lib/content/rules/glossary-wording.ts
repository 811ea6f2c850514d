import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { folded } from '#lib/base/arabic';
import type { Locale } from '#lib/base/locale';
import type { Term } from '../course';
import { lessonsOf, type CourseDraft, type LessonTextDraft } from '../draft';
import { lineOf } from '../markdown/read-document';
import type { Problem } from '../problem';

const isLong = (word: string) => word.length >= 2;

/** 'bodies' => 'body', 'cells' => 'cell' */
const singular = (word: string) =>
	word.replace(/'s?$/, '').replace(/ies$/, 'y').replace(/(?<=s|x|z|ch|sh)es$|(?<!s)s$/, '');

/** 'وللحويصلات' => what may be left of it without conjunction, preposition, article and ending, longest first. */
function arabicStems(word: string): string[] {
	const heads = [word, word.replace(/^[وف]/, '')]
		.flatMap((rest) => [rest, rest.replace(/^لل/, ''), rest.replace(/^[بكل]/, '')])
		.flatMap((rest) => [rest, rest.replace(/^ال/, '')])
		.filter(isLong);
	// Folding made ه of ة: the dual and the sound plurals stand in its place.
	return heads.flatMap((head) => [head, head.replace(/(ات|تان|تين|ان|ين|ون|ه)$/, '')]);
}

const stemsOf = (word: string, locale: Locale): string[] =>
	/\p{Script=Arabic}/u.test(word) && locale === 'ar' ? arabicStems(word) : [word, singular(word)];

/** The words as they are compared: without marks, the alif of an accusative, and hyphens. */
const wordsOf = (text: string): string[] =>
	folded(text.replace(/\u064B\u0627|\u0627\u064B/g, ''), 'lenient')
		.split(/[\s()[\]\-/،,]+/)
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

/** Whether these words are the term, one of its variants, or an inflected form of them. */
function isTerm(words: string, { term, variants }: Term, locale: Locale): boolean {
	const forms = [...(term[locale] === undefined ? [] : [term[locale]]), ...(variants[locale] ?? [])];
	// "messenger RNA (mRNA)": each of the two.
	const parts = [words, words.replace(/\s*\([^)]*\)/g, '')];
	return parts.some((part) => forms.some((form) => isForm(part, form, locale)));
}

function inText(text: LessonTextDraft, locale: Locale, terms: ReadonlyMap<string, Term>): Problem[] {
	const found: Problem[] = [];
	for (const node of [...text.opening, ...text.sections.flatMap(({ nodes }) => nodes)])
		visit(node, 'textDirective', (directive) => {
			const term = directive.name === 'term' && terms.get(directive.attributes?.id ?? '');
			const words = toString(directive).trim();
			if (!term || words === '' || isTerm(words, term, locale)) return;
			found.push({
				file: text.file,
				line: lineOf(directive),
				rule: 'glossary-wording',
				message: `"${words}" is none of the words of the term "${term.id}" in glossary.yaml (${term.term[locale] ?? 'none in this language'}); write the term, or add these words to its variants`
			});
		});
	return found;
}

/** A link to the glossary stands on the words of the term, so that one thing has one name in the whole course. */
export function glossaryWording(draft: CourseDraft): Problem[] {
	const terms = new Map(
		draft.glossary.entries.flatMap(({ value }) => (value ? [[value.id, value] as const] : []))
	);
	return lessonsOf(draft).flatMap(({ texts }) =>
		[...texts].flatMap(([locale, text]) => inText(text, locale, terms))
	);
}
