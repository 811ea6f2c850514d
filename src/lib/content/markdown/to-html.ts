import type { Element, ElementContent, Root as Html } from 'hast';
import type { Link, RootContent, Table } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Locale } from '#lib/base/locale';
import { words } from '../words';
import { isolateForeign } from './isolate-foreign';
import { citedIn, lessonLink } from './read-document';

/** What the HTML of a text depends on besides the text. */
export interface Surroundings {
	readonly locale: Locale;
	/** The section's title, which names its tables; null before the first. */
	readonly section: string | null;
	/** Way from the page to the folder of the lessons: '../' in a lesson. */
	readonly lessons: string;
	/** Number of a source in the lesson's list, from 1. */
	sourceNumber(id: string): number;
}

type State = Parameters<typeof defaultHandlers.table>[0];

const element = (
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[]
): Element => ({ type: 'element', tagName, properties, children });

function handlers({ locale, section, lessons, sourceNumber }: Surroundings) {
	const { source, table, comma } = words[locale];
	const cite = (node: TextDirective) =>
		element(
			'sup',
			{ className: ['cite'] },
			citedIn(node).flatMap((id, index): ElementContent[] => {
				const number = sourceNumber(id);
				const link = element('a', { href: `#source-${id}`, ariaLabel: source(number) }, [
					{ type: 'text', value: String(number) }
				]);
				return index === 0 ? [link] : [{ type: 'text', value: comma }, link];
			})
		);
	return {
		textDirective(state: State, node: TextDirective) {
			if (node.name === 'cite') return cite(node);
			const id = node.attributes?.id ?? '';
			return element(
				'a',
				{ className: ['term'], href: `${lessons}../glossary/#${id}`, dataTerm: id },
				state.all(node)
			);
		},
		link(state: State, node: Link) {
			const inside = lessonLink(node.url);
			if (!inside) {
				const outside = node.url.startsWith('#') ? {} : { rel: ['noopener'] };
				return element('a', { href: node.url, ...outside }, state.all(node));
			}
			const href = `${lessons}${inside.lesson}/${inside.section ? `#${inside.section}` : ''}`;
			return element('a', { dataLesson: inside.lesson, href }, state.all(node));
		},
		table(state: State, node: Table) {
			// Alignment would be physical, left or right.
			const inner = defaultHandlers.table(state, { ...node, align: null });
			return element(
				'div',
				{ className: ['table'], tabIndex: 0, role: 'region', ariaLabel: table(section) },
				[inner]
			);
		}
	};
}

/**
 * No space stands in front of a number of a source; a heading of a table says that it heads its column. An empty one, as
 * in the corner of a table with headings on two sides, heads nothing and is a cell like any other.
 */
const tidied = () => (tree: Html) =>
	visit(tree, 'element', (node, index, parent) => {
		if (node.tagName === 'th' && node.children.length === 0) node.tagName = 'td';
		if (node.tagName === 'th') node.properties = { ...node.properties, scope: 'col' };
		if (node.tagName !== 'sup' || !parent || index === undefined) return;
		const before = parent.children[index - 1];
		if (before?.type === 'text') before.value = before.value.trimEnd();
	});

/** A piece of Markdown's tree => HTML. Everything of the author's is escaped; raw HTML never gets through. */
export function toHtml(nodes: readonly RootContent[], surroundings: Surroundings): string {
	const processor = unified()
		.use(remarkRehype, { handlers: handlers(surroundings) })
		.use(tidied)
		.use(() => isolateForeign(surroundings.locale))
		.use(rehypeStringify);
	const tree = processor.runSync({ type: 'root', children: [...nodes] });
	return processor.stringify(tree).trim();
}
