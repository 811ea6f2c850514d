import { isLocale, type Locale } from '#lib/base/locale';
import { lessonsOf, type CourseDraft, type Entry, type LessonTextDraft } from './draft';
import { proseOf } from './markdown/prose';
import type { DocumentDraft } from './markdown/read-document';

/** A text that a student reads, and where it stands. */
export interface Shown {
	readonly file: string;
	readonly line: number;
	readonly locale: Locale;
	readonly text: string;
}

/** The entries of all YAML files whose texts are in the languages of the course. */
export function entriesOf(draft: CourseDraft): Entry<unknown>[] {
	const entries: readonly (Entry<unknown> | null)[] = [
		draft.course,
		...draft.glossary.entries,
		...draft.claims.entries,
		...draft.modules.map((module) => module.info),
		...lessonsOf(draft).flatMap(({ figures, quiz }) => [
			...[...figures.values()].map((figure) => figure.info),
			...(quiz?.questions ?? [])
		])
	];
	return entries.filter((entry) => entry !== null);
}

/** Every `en: …` and `ar: …` inside a value. Lists of accepted answers are not among them: nobody reads those. */
function inValue(
	entry: Entry<unknown>,
	value: unknown,
	path: readonly (string | number)[] = []
): Shown[] {
	if (!value || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, part]) => {
		const at = [...path, Array.isArray(value) ? Number(key) : key];
		if (typeof part !== 'string') return inValue(entry, part, at);
		if (!isLocale(key)) return [];
		return [{ file: entry.file, line: entry.line(...at), locale: key, text: part }];
	});
}

const inDocument = ({ file, opening, sections }: DocumentDraft, locale: Locale): Shown[] => [
	...sections.map(({ title, line }) => ({ file, line, locale, text: title })),
	...proseOf([...opening, ...sections.flatMap(({ nodes }) => nodes)]).map(({ text, line }) => ({
		file,
		line,
		locale,
		text
	}))
];

function inFront({ front }: LessonTextDraft, locale: Locale): Shown[] {
	if (!front?.value) return [];
	const { title, summary, objectives } = front.value;
	const shown = (text: string, ...path: string[]) => ({
		file: front.file,
		line: front.line(...path),
		locale,
		text
	});
	return [
		shown(title, 'title'),
		shown(summary, 'summary'),
		...Object.entries(objectives).map(([id, text]) => shown(text, 'objectives', id))
	];
}

/** Every text of a course that a student reads, in both languages. Of the sources, which stand as they were published, none. */
export const textsOf = (draft: CourseDraft): Shown[] => [
	...entriesOf(draft).flatMap((entry) => inValue(entry, entry.raw)),
	...[...draft.about].flatMap(([locale, document]) => inDocument(document, locale)),
	...lessonsOf(draft).flatMap(({ texts }) =>
		[...texts].flatMap(([locale, text]) => [...inFront(text, locale), ...inDocument(text, locale)])
	)
];
