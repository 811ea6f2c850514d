import {
	lessonsOf,
	type CourseDraft,
	type LessonDraft,
	type ListDraft,
	type QuestionDraft
} from '../draft';
import { headingIds, type DocumentDraft, type Reference } from '../markdown/read-document';
import type { Problem } from '../problem';
import { suggestion } from '../yaml/nearest';

const problem = (file: string, line: number, message: string): Problem => ({
	file,
	line,
	rule: 'dead-reference',
	message
});

/** Ids of a list, or null where the file could not be read: then nothing is said of what refers to it. */
const idsOf = (list: ListDraft<unknown>): string[] | null =>
	list.readable ? list.entries.flatMap(({ id }) => id ?? []) : null;

const sectionsOf = (lesson: LessonDraft): string[] => [
	...new Set(
		[...lesson.texts.values()].flatMap(({ sections }) => sections.flatMap(({ id }) => id ?? []))
	)
];

/** What is wrong with a reference in a text, or null. */
function wrongReference(
	{ to, id }: Reference,
	document: DocumentDraft,
	lesson: LessonDraft | null,
	draft: CourseDraft
): string | null {
	const unless = (known: readonly string[] | null, what: string) =>
		!known || known.includes(id) ? null : `there is no ${what}${suggestion(id, known)}`;
	switch (to) {
		case 'term':
			return unless(idsOf(draft.glossary), `term "${id}" in glossary.yaml`);
		case 'source':
			return unless(idsOf(draft.sources), `source "${id}" in sources.yaml`);
		case 'claim':
			return unless(idsOf(draft.claims), `claim "${id}" in claims.yaml`);
		case 'figure':
			return unless(
				[...(lesson?.figures.keys() ?? [])],
				`figure "${id}" in the folder figures of this lesson`
			);
		case 'anchor':
			return unless(headingIds(document), `heading {#${id}} in this text`);
		case 'check': {
			if (!lesson?.quiz) return null;
			const { questions } = lesson.quiz;
			if (questions.some((question) => question.list === 'pool' && question.id === id))
				return `"${id}" stands under "pool:" in quiz.yaml; ::check shows questions under "checks:" only, so move it there`;
			return unless(
				questions.filter(({ list }) => list === 'checks').flatMap((question) => question.id ?? []),
				`question "${id}" under "checks:" in quiz.yaml`
			);
		}
		case 'lesson': {
			const [name = '', section] = id.split('#');
			const lessons = lessonsOf(draft);
			const target = lessons.find((other) => other.id === name);
			if (!target)
				return `there is no lesson "${name}"${suggestion(
					name,
					lessons.map((other) => other.id)
				)}`;
			const known = sectionsOf(target);
			if (section === undefined || known.length === 0 || known.includes(section)) return null;
			return `there is no section "${section}" in the lesson "${name}"${suggestion(section, known)}`;
		}
	}
}

const inDocument = (
	document: DocumentDraft,
	lesson: LessonDraft | null,
	draft: CourseDraft
): Problem[] =>
	document.references.flatMap((reference) => {
		const message = wrongReference(reference, document, lesson, draft);
		return message === null ? [] : [problem(document.file, reference.line, message)];
	});

function inQuestion(question: QuestionDraft, lesson: LessonDraft): Problem[] {
	const texts = [...lesson.texts.values()];
	const objectives = texts.flatMap((text) => text.objectives ?? []);
	const sections = sectionsOf(lesson);
	const dead = (key: 'objective' | 'section', known: readonly string[]) => {
		const id = question[key];
		// Without any, the lesson's text is what has to be mended.
		if (id === '' || known.length === 0 || known.includes(id)) return [];
		const message = `there is no ${key} "${id}" in this lesson${suggestion(id, new Set(known))}`;
		return [problem(question.file, question.line(key), message)];
	};
	return [...dead('objective', objectives), ...dead('section', sections)];
}

function modules({ course, modules }: CourseDraft): Problem[] {
	if (!course?.value) return [];
	const listed = course.value.modules;
	const folders = modules.map(({ id }) => id);
	return [
		...listed.flatMap((id, index) =>
			folders.includes(id)
				? []
				: [
						problem(
							course.file,
							course.line('modules', index),
							`there is no folder for the module "${id}"${suggestion(id, folders)}`
						)
					]
		),
		...modules
			.filter(({ id }) => !listed.includes(id))
			.map(({ id, folder }) =>
				problem(
					course.file,
					course.line('modules'),
					`the folder ${folder} is not in this list; add "${id}" where it belongs, or take the folder out`
				)
			)
	];
}

/** Everything that a text, a question or the course names by its id is there. */
export function deadReference(draft: CourseDraft): Problem[] {
	return [
		...modules(draft),
		...[...draft.about.values()].flatMap((document) => inDocument(document, null, draft)),
		...lessonsOf(draft).flatMap((lesson) => [
			...[...lesson.texts.values()].flatMap((text) => inDocument(text, lesson, draft)),
			...(lesson.quiz?.questions ?? []).flatMap((question) => inQuestion(question, lesson))
		])
	];
}
