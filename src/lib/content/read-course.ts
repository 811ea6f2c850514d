import { isLocale, locales, type Locale } from '#lib/base/locale';
import type { CourseDraft, ModuleDraft } from './draft';
import { cutFrontMatter } from './markdown/front-matter';
import { readDocument, type DocumentDraft } from './markdown/read-document';
import { readLesson } from './read-lesson';
import { readReleased } from './read-released';
import type { Reader } from './reader';
import { aboutShape, claimShape, courseShape, moduleShape, sourceShape, termShape } from './shapes';

interface Folder {
	readonly path: string;
	readonly id: string;
	readonly number: number;
}

/** The folders `NN-id` directly inside a folder ('' for the top), by number. */
function foldersIn(files: Iterable<string>, parent: string): Folder[] {
	const found = new Map<string, Folder>();
	for (const file of files) {
		if (!file.startsWith(parent)) continue;
		const match = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\//.exec(file.slice(parent.length));
		if (!match) continue;
		const path = parent + match[0].slice(0, -1);
		found.set(path, { path, id: match[2]!, number: Number(match[1]) });
	}
	return [...found.values()].sort((a, b) => a.number - b.number || (a.path < b.path ? -1 : 1));
}

function readModule(
	reader: Reader,
	{ path, id }: Folder,
	languages: readonly Locale[]
): ModuleDraft {
	const source = reader.yaml(
		`${path}/module.yaml`,
		'write the title and summary of the module there'
	);
	return {
		id,
		folder: path,
		info: source && reader.entry(moduleShape, source),
		lessons: foldersIn(reader.files.keys(), `${path}/`).map((lesson) =>
			readLesson(reader, lesson.path, lesson.id, languages)
		)
	};
}

/** about.<language>.md; its front matter may be left out. */
function readAbout(reader: Reader, languages: readonly Locale[]): Map<Locale, DocumentDraft> {
	const about = new Map<Locale, DocumentDraft>();
	for (const locale of languages) {
		const file = `about.${locale}.md`;
		const text = reader.text(file);
		if (text === null) continue;
		const { matter, body } = cutFrontMatter(text);
		const source = matter === null ? null : reader.parsed(file, matter);
		if (source) reader.entry(aboutShape, source);
		about.set(locale, readDocument(file, body));
	}
	return about;
}

/** Everything in a course's folder, as far as it can be read; what cannot is among the reader's problems. */
export function readCourse(reader: Reader): CourseDraft {
	const source = reader.yaml('course.yaml', 'write the id, titles and modules of the course there');
	const course = source && reader.entry(courseShape, source);
	const written = (course?.raw as { languages?: unknown } | null | undefined)?.languages;
	const known = Array.isArray(written) ? written.filter(isLocale) : [];
	const languages = known.length > 0 ? [...new Set(known)] : locales;
	const about = readAbout(reader, languages);
	const [glossary, sources, claims] = [
		reader.list('glossary.yaml', termShape),
		reader.list('sources.yaml', sourceShape),
		reader.list('claims.yaml', claimShape)
	];
	const modules = foldersIn(reader.files.keys(), '').map((folder) =>
		readModule(reader, folder, languages)
	);
	const released = readReleased(reader);
	return {
		course,
		languages,
		modules,
		glossary,
		sources,
		claims,
		about,
		released,
		unread: reader.unread()
	};
}
