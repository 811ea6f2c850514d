import type { PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { closeContainers, type Unclosed } from './close-containers';
import { isDirective, parseMarkdown } from './parse-markdown';

export type ReferenceTo = 'term' | 'source' | 'claim' | 'figure' | 'check' | 'lesson' | 'anchor';

/** A place in a text that names something else. */
export interface Reference {
	readonly to: ReferenceTo;
	readonly id: string;
	readonly line: number;
	/** The section it stands in; null before the first. */
	readonly section: string | null;
}

export interface SectionDraft {
	/** Null where the heading has none. */
	readonly id: string | null;
	readonly title: string;
	readonly line: number;
	readonly nodes: readonly RootContent[];
}

/** A Markdown file, cut into its sections. */
export interface DocumentDraft {
	readonly file: string;
	/** How many lines it has. */
	readonly lines: number;
	readonly opening: readonly RootContent[];
	readonly sections: readonly SectionDraft[];
	/** Headings of every level that have an id. */
	readonly headings: readonly { readonly id: string; readonly line: number }[];
	readonly references: readonly Reference[];
	readonly unclosed: readonly Unclosed[];
}

export const headingIds = ({ headings }: DocumentDraft): string[] => headings.map(({ id }) => id);

export const lineOf = (node: { position?: { start: { line: number } } }): number =>
	node.position?.start.line ?? 1;

/** The ids of `:cite[S1,S3]`, in order. */
export const citedIn = (node: { children: PhrasingContent[] }): string[] =>
	toString(node.children)
		.split(/[\s,،]+/)
		.filter(Boolean);

/** 'lesson:uptake#doors' => what it leads to; null for an address of another sort. */
export function lessonLink(url: string): { lesson: string; section: string | null } | null {
	const match = /^lesson:([^#]*)(?:#(.*))?$/.exec(url);
	return match && { lesson: match[1]!, section: match[2] ?? null };
}

function referencesIn(node: RootContent, section: string | null): Reference[] {
	const found: Reference[] = [];
	visit(node, (part) => {
		const add = (to: ReferenceTo, id: string | null | undefined) => {
			if (id) found.push({ to, id, line: lineOf(part), section });
		};
		if (part.type === 'link') {
			if (lessonLink(part.url)) add('lesson', part.url.slice('lesson:'.length));
			else if (part.url.startsWith('#')) add('anchor', part.url.slice(1));
		}
		if (!('name' in part) || !isDirective(part.name)) return;
		if (part.name === 'term') add('term', part.attributes?.id);
		if (part.name === 'figure') add('figure', part.attributes?.id);
		if (part.name === 'claim') add('claim', part.attributes?.id);
		if (part.name === 'check') add('check', part.attributes?.question);
		if (part.name === 'cite' && part.type === 'textDirective')
			for (const id of citedIn(part)) add('source', id);
	});
	return found;
}

/** A Markdown text => its sections and all that it refers to. */
export function readDocument(file: string, written: string): DocumentDraft {
	const { source, unclosed } = closeContainers(written);
	const opening: RootContent[] = [];
	const sections: (SectionDraft & { nodes: RootContent[] })[] = [];
	const references: Reference[] = [];
	const headings: { id: string; line: number }[] = [];
	const tree = parseMarkdown(source);
	visit(tree, 'heading', (heading) => {
		if (heading.data?.id) headings.push({ id: heading.data.id, line: lineOf(heading) });
	});
	for (const node of tree.children) {
		if (node.type === 'heading' && node.depth === 2)
			sections.push({
				id: node.data?.id ?? null,
				title: toString(node).trim(),
				line: lineOf(node),
				nodes: []
			});
		else (sections.at(-1)?.nodes ?? opening).push(node);
		references.push(...referencesIn(node, sections.at(-1)?.id ?? null));
	}
	return {
		file,
		lines: written.trimEnd().split('\n').length,
		opening,
		sections,
		headings,
		references,
		unclosed
	};
}
