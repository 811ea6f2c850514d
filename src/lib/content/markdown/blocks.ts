import type { RootContent } from 'mdast';
import type { Block } from '../course';
import { toHtml, type Surroundings } from './to-html';

function special(node: RootContent, surroundings: Surroundings): Block | null {
	if (node.type === 'leafDirective') {
		const { name, attributes } = node;
		if (name === 'figure') return { type: 'figure', figure: attributes?.id ?? '' };
		if (name === 'check') return { type: 'check', question: attributes?.question ?? '' };
	}
	if (node.type !== 'containerDirective') return null;
	const html = toHtml(node.children, surroundings);
	return node.name === 'claim'
		? { type: 'claim', claim: node.attributes?.id ?? '', html }
		: { type: 'key-points', html };
}

/** The nodes of a section => its blocks: plain Markdown between figures, checks, claims and key points. */
export function blocksOf(nodes: readonly RootContent[], surroundings: Surroundings): Block[] {
	const blocks: Block[] = [];
	let plain: RootContent[] = [];
	const flush = () => {
		const html = toHtml(plain, surroundings);
		if (html) blocks.push({ type: 'html', html });
		plain = [];
	};
	for (const node of nodes) {
		const block = special(node, surroundings);
		if (!block) plain.push(node);
		else {
			flush();
			blocks.push(block);
		}
	}
	flush();
	return blocks;
}
