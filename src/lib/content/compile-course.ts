import { compileLesson, sectionsOf } from './compile-lesson';
import { digestOf, type Hash } from './compile-question';
import type { Course } from './course';
import type { CourseDraft, ListDraft } from './draft';
import { inFileOrder, type Problem } from './problem';
import { readCourse } from './read-course';
import { readerOf } from './reader';
import type { Released } from './release';
import { brokenRules } from './rules/broken-rules';

const valuesOf = <T>({ entries }: ListDraft<T>): T[] => entries.flatMap(({ value }) => value ?? []);

function courseOf(draft: CourseDraft, hash: Hash): Course {
	const {
		modules: order,
		complete: _complete,
		words: _words,
		readability: _readability,
		banned: _banned,
		...about
	} = draft.course!.value!;
	const course = {
		...about,
		languages: draft.languages,
		about: Object.fromEntries(
			[...draft.about].map(([locale, document]) => [
				locale,
				sectionsOf(document, { locale, lessons: '../lessons/', sourceNumber: () => 0 })
			])
		),
		modules: order.map((id) => {
			const { info, lessons } = draft.modules.find((module) => module.id === id)!;
			return {
				id,
				...info!.value!,
				lessons: lessons.map((lesson) => compileLesson(lesson, id, draft, hash))
			};
		}),
		glossary: valuesOf(draft.glossary),
		sources: valuesOf(draft.sources),
		claims: valuesOf(draft.claims)
	};
	const { id, languages, passMark, test } = course;
	const modules = course.modules.map(({ id, lessons }) => ({
		id,
		lessons: lessons.map(({ id }) => id)
	}));
	return { ...course, version: digestOf({ id, languages, passMark, test, modules }, hash) };
}

/**
 * The files of a course (path in its folder => text) => the course, or null and everything that is wrong, by file and
 * line; and what earlier releases held. Pure: `hash` gives the hexadecimal digest of a text.
 */
export function compileCourse(
	files: ReadonlyMap<string, string>,
	{ hash }: { hash: Hash }
): { course: Course | null; problems: Problem[]; released: Released } {
	const reader = readerOf(files);
	const draft = readCourse(reader);
	const problems = inFileOrder([...reader.problems, ...brokenRules(draft)]);
	return {
		course: problems.length > 0 ? null : courseOf(draft, hash),
		problems,
		released: draft.released?.value ?? {}
	};
}
