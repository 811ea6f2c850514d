import type { Node, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isDirectiveNode } from './parse-markdown';
import { lineOf, type DocumentDraft } from './read-document';

/** A piece of a text that stands by itself. */
export interface Block {
	readonly type: 'paragraph' | 'heading' | 'tableCell';
	/** As it is read: without marks and without the numbers of sources. */
	readonly text: string;
	readonly line: number;
}

/** What is read of a node. The number of a source stands right behind its word, so the space between goes with it. */
function read(node: Node, before: string): string {
	if (isDirectiveNode(node) && node.name === 'cite') return before.trimEnd();
	if (node.type === 'break') return `${before}\n`;
	if ('value' in node) return before + String(node.value);
	const children = 'children' in node ? (node.children as Node[]) : [];
	return children.reduce((text, child) => read(child, text), before);
}

/** Nodes of Markdown => the paragraphs (of lists and claims too), headings and cells in them, in order. */
export function proseOf(nodes: readonly RootContent[]): Block[] {
	const blocks: Block[] = [];
	for (const node of nodes)
		visit(node, ['paragraph', 'heading', 'tableCell'], (block) => {
			blocks.push({
				type: block.type as Block['type'],
				text: read(block, '').trim(),
				line: lineOf(block)
			});
		});
	return blocks;
}

/** Words as a reader counts them: 'About 5 – or 6' => 4. */
export const countWords = (text: string): number =>
	text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** All that is read of a text, in words: headings, lists, tables and callouts too; nothing of figures and sources. */
export const wordsOf = ({ opening, sections }: DocumentDraft): number =>
	[
		...sections.map(({ title }) => title),
		...proseOf([...opening, ...sections.flatMap(({ nodes }) => nodes)]).map(({ text }) => text)
	].reduce((sum, text) => sum + countWords(text), 0);
