import type { Locale } from '#lib/base/locale';
import { lessonsOf, type CourseDraft, type LessonTextDraft } from '../draft';
import { countWords, proseOf, type Block } from '../markdown/prose';
import type { Problem } from '../problem';
import type { CourseFile } from '../shapes';

type Limits = NonNullable<CourseFile['readability']>;

/** Below this an average says nothing: two long sentences are told one by one. */
const fewest = 4;

interface Sentence {
	readonly words: number;
	readonly line: number;
	readonly start: string;
}

/** The sentences of paragraphs, of lists and claims too. Headings and cells of tables are none. */
const sentencesOf = (blocks: readonly Block[], locale: Locale): Sentence[] =>
	blocks
		.filter(({ type }) => type === 'paragraph')
		.flatMap(({ text, line }) =>
			[...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(
				({ segment }) => ({
					words: countWords(segment),
					line,
					start: segment.trim().split(/\s+/).slice(0, 4).join(' ')
				})
			)
		)
		.filter(({ words }) => words > 0);

function inText(text: LessonTextDraft, locale: Locale, { average, longest }: Limits): Problem[] {
	const problem = (line: number, message: string): Problem => ({
		file: text.file,
		line,
		rule: 'readability',
		message
	});
	const parts = [{ line: 1, nodes: text.opening }, ...text.sections];
	return parts.flatMap((part) => {
		const sentences = sentencesOf(proseOf(part.nodes), locale);
		const mean = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
		return [
			...sentences
				.filter(({ words }) => words > longest)
				.map(({ line, words, start }) =>
					problem(
						line,
						`the sentence "${start} …" has ${words} words; cut it to ${longest} or less`
					)
				),
			...(sentences.length >= fewest && mean > average
				? [
						problem(
							part.line,
							`the sentences here have ${mean.toFixed(1)} words on average; make it ${average} or less`
						)
					]
				: [])
		];
	});
}

/** Where course.yaml has `readability`, sentences are no longer than that, in both languages alike: so they measure out. */
export function readability(draft: CourseDraft): Problem[] {
	const limits = draft.course?.value?.readability;
	if (!limits) return [];
	return lessonsOf(draft).flatMap(({ texts }) =>
		[...texts].flatMap(([locale, text]) => inText(text, locale, limits))
	);
}
