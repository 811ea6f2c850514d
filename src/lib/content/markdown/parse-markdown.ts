import type { Heading, Node, PhrasingContent, Root } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** The directives of the guide, by name, with the form that each is written in. */
export const directives = {
	term: 'textDirective',
	cite: 'textDirective',
	figure: 'leafDirective',
	check: 'leafDirective',
	claim: 'containerDirective',
	'key-points': 'containerDirective'
} as const;
export type DirectiveName = keyof typeof directives;
export const isDirective = (name: string): name is DirectiveName => Object.hasOwn(directives, name);

export const isDirectiveNode = (node: Node): node is Directives =>
	Object.values<string>(directives).includes(node.type);

declare module 'mdast' {
	interface HeadingData {
		/** From {#id} behind the heading. */
		id?: string;
	}
}

// One tilde is "about" in front of a number, not a deletion.
const parser = unified()
	.use(remarkParse)
	.use(remarkGfm, { singleTilde: false })
	.use(remarkDirective);

/** Takes {#id} off a heading's end and keeps it as data. */
function takeId(heading: Heading) {
	const last = heading.children.at(-1);
	const match = last?.type === 'text' && /\s*\{#([^{}]*)\}\s*$/.exec(last.value);
	if (!match || last?.type !== 'text') return;
	last.value = last.value.slice(0, match.index);
	heading.data = { ...heading.data, id: match[1], hProperties: { id: match[1] } };
}

/** Markdown with the directives of the guide => its tree. "Ratio 3:b" is a text, not a directive called "b". */
export function parseMarkdown(source: string): Root {
	const tree = parser.parse(source);
	visit(tree, 'textDirective', (node, index, parent) => {
		if (!parent || index === undefined || isDirective(node.name)) return;
		if (node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0) return;
		const value = source.slice(node.position?.start.offset, node.position?.end.offset);
		const text: PhrasingContent = { type: 'text', value, position: node.position };
		(parent.children as PhrasingContent[])[index] = text;
	});
	visit(tree, (_node, _index, parent) => {
		if (parent && 'children' in parent) joinTexts(parent.children as PhrasingContent[]);
	});
	visit(tree, 'heading', (heading) => {
		takeId(heading);
		return SKIP;
	});
	return tree;
}

/** Neighbouring texts become one, so that rules see whole words. */
function joinTexts(children: PhrasingContent[]) {
	for (let index = children.length - 1; index > 0; index--) {
		const [before, after] = [children[index - 1], children[index]];
		if (before?.type !== 'text' || after?.type !== 'text') continue;
		before.value += after.value;
		if (before.position && after.position) before.position.end = after.position.end;
		children.splice(index, 1);
	}
}
