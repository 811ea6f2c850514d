import type { Locale, Text } from '#lib/base/locale';
import { authoringContext } from './authoring-context';
import { compileQuestion, type Hash } from './compile-question';
import type { Claim, Figure, Lesson, Section, Source, Term } from './course';
import type { CourseDraft, LessonDraft, LessonTextDraft, ListDraft } from './draft';
import { drawFigure, sizeOf } from './figure/draw-figure';
import { blocksOf } from './markdown/blocks';
import { wordsOf } from './markdown/prose';
import type { DocumentDraft, ReferenceTo } from './markdown/read-document';
import type { Surroundings } from './markdown/to-html';

const wordsPerMinute = 160;

/** Minutes to read a text, at 160 words a minute; at least 1. */
const minutesFor = (document: DocumentDraft): number =>
	Math.max(1, Math.round(wordsOf(document) / wordsPerMinute));

/** Ids that the texts refer to, in order of first appearance in the first language. */
function referred(texts: readonly DocumentDraft[], to: ReferenceTo): string[] {
	return [
		...new Set(
			texts.flatMap(({ references }) =>
				references.filter((reference) => reference.to === to).map(({ id }) => id)
			)
		)
	];
}

const entriesOf = <T>(list: ListDraft<T>, ids: readonly string[]): T[] =>
	ids.flatMap((id) => list.entries.find((entry) => entry.id === id)?.value ?? []);

/** Sources in order of first appearance: those cited, and behind each claim those of the claim. */
function sourcesOf(texts: readonly DocumentDraft[], draft: CourseDraft): Source[] {
	const ids = texts.flatMap(({ references }) =>
		references.flatMap(({ to, id }) => {
			if (to === 'source') return [id];
			return to === 'claim' ? (entriesOf(draft.claims, [id])[0]?.sources ?? []) : [];
		})
	);
	return entriesOf(draft.sources, [...new Set(ids)]);
}

function figureOf(lesson: LessonDraft, id: string, languages: readonly Locale[]): Figure {
	const { drawing, info } = lesson.figures.get(id)!;
	const { title, description } = info!.value!;
	return {
		id,
		...sizeOf(drawing!)!,
		title,
		description,
		svg: Object.fromEntries(
			languages.map((locale) => [locale, drawFigure(drawing!, info!.value!, locale)])
		)
	};
}

/** The sections of a document with their HTML. */
export const sectionsOf = (
	{ sections }: DocumentDraft,
	surroundings: Omit<Surroundings, 'section'>
): Section[] =>
	sections.map(({ id, title, nodes }) => ({
		id: id!,
		title,
		blocks: blocksOf(nodes, { ...surroundings, section: title })
	}));

/** A lesson without mistakes => the lesson as screens and stores use it. */
export function compileLesson(
	lesson: LessonDraft,
	module: string,
	draft: CourseDraft,
	hash: Hash
): Lesson {
	const languages = draft.languages;
	const texts = languages.map((locale) => lesson.texts.get(locale)!);
	const first = texts[0]!;
	const inEach = (pick: (text: LessonTextDraft) => string): Text =>
		Object.fromEntries(languages.map((locale, index) => [locale, pick(texts[index]!)]));
	const sources = sourcesOf(texts, draft);
	const surroundings = (locale: Locale) => ({
		locale,
		lessons: '../',
		sourceNumber: (id: string) => sources.findIndex((source) => source.id === id) + 1
	});
	const context = authoringContext(lesson, draft.glossary);
	const compiled = (list: 'pool' | 'checks') =>
		lesson
			.quiz!.questions.filter((question) => question.list === list)
			.map((question) => compileQuestion(question, lesson.id, context, hash));
	const questions = compiled('pool');
	return {
		id: lesson.id,
		module,
		title: inEach(({ front }) => front!.value!.title),
		summary: inEach(({ front }) => front!.value!.summary),
		minutes: minutesFor(first),
		sections: first.sections.map(({ id }) => ({
			id: id!,
			title: inEach(({ sections }) => sections.find((section) => section.id === id)!.title)
		})),
		objectives: first.objectives!.map((id) => ({
			id,
			text: inEach(({ front }) => front!.value!.objectives[id]!)
		})),
		draw: lesson.quiz!.draw!,
		pool: questions.filter(({ retired }) => !retired).length,
		body: Object.fromEntries(
			languages.map((locale, index) => [
				locale,
				{
					opening: blocksOf(texts[index]!.opening, { ...surroundings(locale), section: null }),
					sections: sectionsOf(texts[index]!, surroundings(locale))
				}
			])
		),
		claims: entriesOf<Claim>(draft.claims, referred(texts, 'claim')),
		sources,
		terms: entriesOf<Term>(draft.glossary, referred(texts, 'term')),
		figures: referred(texts, 'figure').map((id) => figureOf(lesson, id, languages)),
		checks: compiled('checks'),
		questions
	};
}
