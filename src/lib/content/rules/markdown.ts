import { lessonsOf, type CourseDraft, type LessonTextDraft } from '../draft';
import { checkDocument, type TextMistake } from '../markdown/check-document';
import { isDirectiveNode } from '../markdown/parse-markdown';
import { lineOf, type DocumentDraft } from '../markdown/read-document';
import type { Problem } from '../problem';

const lastSection = '## Key points {#key-points}';

/** A lesson ends with its key points. */
function keyPoints({ sections, lines }: DocumentDraft): TextMistake[] {
	const section = sections.find(({ id }) => id === 'key-points');
	if (!section) {
		return [
			{ line: lines, message: `the section "${lastSection}" is missing; end the lesson with it` }
		];
	}
	const { line } = section;
	if (section !== sections.at(-1))
		return [{ line, message: 'the key points must be the last section; move it to the end' }];
	return section.nodes.some((node) => isDirectiveNode(node) && node.name === 'key-points')
		? []
		: [
				{
					line,
					message: 'the section of key points needs a list between ":::key-points" and ":::"'
				}
			];
}

/** The page about the course has sections only, and plain Markdown in them. */
function aboutPage({ opening, sections }: DocumentDraft): TextMistake[] {
	const [first] = opening;
	return [
		...(first
			? [
					{
						line: lineOf(first),
						message: 'this page starts with a heading "## … {#id}"; move these words below one'
					}
				]
			: []),
		...sections
			.flatMap(({ nodes }) => nodes)
			.filter(isDirectiveNode)
			.map((node) => ({
				line: lineOf(node),
				message: `"${node.name}" has its place in lessons only; write plain Markdown here`
			}))
	];
}

const inLesson = (text: LessonTextDraft) => [...checkDocument(text), ...keyPoints(text)];

/** Every text is Markdown as the guide has it, and a lesson ends with its key points. */
export function markdown(draft: CourseDraft): Problem[] {
	const found = (document: DocumentDraft, mistakes: TextMistake[]) =>
		mistakes.map((mistake): Problem => ({ ...mistake, file: document.file, rule: 'markdown' }));
	return [
		...[...draft.about.values()].flatMap((document) =>
			found(document, [...checkDocument(document), ...aboutPage(document)])
		),
		...lessonsOf(draft).flatMap(({ texts }) =>
			[...texts.values()].flatMap((text) => found(text, inLesson(text)))
		)
	];
}
