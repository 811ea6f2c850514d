import { isLocale, type Locale } from '#lib/base/locale';
import { lessonsOf, type CourseDraft, type Entry } from '../draft';
import type { Problem } from '../problem';
import { entriesOf } from '../texts';

const names: { readonly [L in Locale]: string } = { en: 'English', ar: 'Arabic' };

interface Found {
	readonly path: readonly (string | number)[];
	readonly lacks: readonly Locale[];
}

/** Every `{ en: …, ar: … }` inside a value that lacks one of the languages. */
function halfTranslated(
	value: unknown,
	languages: readonly Locale[],
	path: Found['path']
): Found[] {
	if (!value || typeof value !== 'object') return [];
	const entries = Object.entries(value);
	const isText =
		!Array.isArray(value) &&
		entries.length > 0 &&
		entries.every(([key, text]) => isLocale(key) && typeof text === 'string');
	if (isText) {
		const lacks = languages.filter((locale) => !(locale in value));
		return lacks.length > 0 ? [{ path, lacks }] : [];
	}
	return entries.flatMap(([key, part]) =>
		halfTranslated(part, languages, [...path, Array.isArray(value) ? Number(key) : key])
	);
}

function inEntry(entry: Entry<unknown>, languages: readonly Locale[]): Problem[] {
	return halfTranslated(entry.raw, languages, []).flatMap(({ path, lacks }) => {
		const keys = path.slice(path.findLastIndex((step) => typeof step === 'number') + 1);
		return lacks.map((locale) => ({
			file: entry.file,
			line: entry.line(...path),
			rule: 'missing-translation' as const,
			message: `"${(keys.length > 0 ? keys : path).join('.')}" is not there in ${names[locale]}; add "${locale}: …"`
		}));
	});
}

function missingFile(file: string): Problem {
	const name = file.slice(file.lastIndexOf('/') + 1);
	const locale = name.split('.')[1] as Locale;
	return {
		file,
		line: 1,
		rule: 'missing-translation',
		message: `there is no ${name}; the course is in ${names[locale]} too (course.yaml, languages)`
	};
}

/** Every text and every Markdown file is there in each language of the course. */
export function missingTranslation(draft: CourseDraft): Problem[] {
	const { languages } = draft;
	const lessons = lessonsOf(draft);
	const files = [
		...(draft.about.size > 0
			? languages.filter((locale) => !draft.about.has(locale)).map((locale) => `about.${locale}.md`)
			: []),
		...lessons.flatMap((lesson) =>
			languages
				.filter((locale) => !lesson.texts.has(locale))
				.map((locale) => `${lesson.folder}/lesson.${locale}.md`)
		)
	];
	return [
		...entriesOf(draft).flatMap((entry) => inEntry(entry, languages)),
		...files.map(missingFile)
	];
}
