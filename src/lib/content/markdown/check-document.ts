import type { Node, Parents, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkDirective } from './check-directive';
import { isDirectiveNode } from './parse-markdown';
import { lessonLink, lineOf, type DocumentDraft } from './read-document';

export interface TextMistake {
	readonly line: number;
	readonly message: string;
}

export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const refused: { readonly [type: string]: string } = {
	html: 'HTML and comments have no place here; write Markdown, and "&lt;" for a "<" in front of a letter',
	image: 'a picture must be a figure: a drawing in the folder figures, shown with ::figure{id=…}',
	imageReference:
		'a picture must be a figure: a drawing in the folder figures, shown with ::figure{id=…}',
	footnoteReference: 'there are no footnotes; cite a source with :cite[S1]',
	footnoteDefinition: 'there are no footnotes; cite a source with :cite[S1]',
	linkReference: 'write the address behind the words: [words](https://…)',
	definition: 'write the address behind the words: [words](https://…)'
};

/** Marks that Markdown did not take for marks, so that students would see them. */
const leftovers: readonly (readonly [RegExp, string])[] = [
	[
		/(^|\n)\s*:{2,}/,
		'this line starts with "::" but is no directive; no space may stand behind the colons, and a ":::" that closes needs one that opens'
	],
	[
		/:{2,}(figure|check|claim|key-points)/,
		'what starts with "::" stands on a line of its own, between two paragraphs'
	],
	[
		/\*\*/,
		'"**" would be shown as it stands; no space may stand inside the stars, and a space must stand outside them where a letter meets a punctuation mark'
	],
	[/\[\^/, 'there are no footnotes; cite a source with :cite[S1]'],
	[/\{#/, 'an id {#like-this} may stand only at the end of a heading']
];

function textMistakes(value: string, start: number): TextMistake[] {
	return leftovers.flatMap(([pattern, message]) => {
		const match = pattern.exec(value);
		if (!match) return [];
		const before = value.slice(0, match.index + (match[1]?.length ?? 0));
		return [{ line: start + before.split('\n').length - 1, message }];
	});
}

function linkMistake(url: string): string | null {
	if (/^(https?:\/\/|mailto:)\S+$/.test(url) || /^#.+/.test(url)) return null;
	if (lessonLink(url)?.lesson) return null;
	return `a link leads to https://…, to lesson:<id>, or to #<id> in this text, not to "${url}"`;
}

function nodeMistakes(node: RootContent, parent: Parents | undefined): TextMistake[] {
	const line = lineOf(node);
	const wrong = (message: string | null | undefined): TextMistake[] =>
		message ? [{ line, message }] : [];
	if (isDirectiveNode(node)) return checkDirective(node, parent === undefined);
	if (node.type in refused) return wrong(refused[node.type]);
	if (node.type === 'text') return textMistakes(node.value, line);
	if (node.type === 'link') return wrong(linkMistake(node.url));
	if (node.type === 'listItem' && typeof node.checked === 'boolean')
		return wrong('boxes to tick have no place in a lesson; write a plain list');
	if (node.type === 'heading') {
		const { id } = node.data ?? {};
		return [
			...wrong(
				parent &&
					'a heading cannot stand inside something else; is the ":::" that closes what stands above it missing?'
			),
			...wrong((node.depth !== 3 && 'headings are ## for a section and ### inside one') || null),
			...wrong(id !== undefined && !idPattern.test(id) ? badId(id) : null)
		];
	}
	return [];
}

const badId = (id: string) =>
	`the id {#${id}} must be lower-case letters a to z, digits and single hyphens, like {#how-small}`;

/** Everything in a text that is not Markdown as the guide has it. */
export function checkDocument(document: DocumentDraft): TextMistake[] {
	const { opening, sections } = document;
	const mistakes: TextMistake[] = document.unclosed.map(({ name, line }) => ({
		line,
		message: `":::${name}" is never closed; write ":::" on a line of its own behind what belongs to it`
	}));
	for (const { id, title, line } of sections) {
		if (id === null)
			mistakes.push({
				line,
				message: /\{.*\}/.test(title)
					? 'the id of a heading is written {#like-this}, at its end'
					: 'the heading has no id; write one behind it, like {#how-small}, the same in each language'
			});
		else if (!idPattern.test(id)) mistakes.push({ line, message: badId(id) });
		if (title === '') mistakes.push({ line, message: 'the heading has no words' });
	}
	for (const top of [...opening, ...sections.flatMap(({ nodes }) => nodes)])
		visit(top, (node: Node, _index, parent) => {
			mistakes.push(...nodeMistakes(node as RootContent, parent as Parents | undefined));
		});
	const seen = new Map<string, number>();
	for (const { id, line } of document.headings) {
		const first = seen.get(id);
		if (first !== undefined)
			mistakes.push({
				line,
				message: `the id {#${id}} stands in line ${first} too; ids differ within a text`
			});
		else seen.set(id, line);
	}
	return mistakes;
}
