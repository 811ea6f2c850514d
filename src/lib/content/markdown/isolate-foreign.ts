import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { runsOf } from '#lib/base/bidi';
import { directionOf, otherLocale, type Locale } from '#lib/base/locale';

/** A text => text with its words of the other script in `<bdi lang dir>`, so that they do not reorder their neighbours. */
export function isolated(text: string, locale: Locale): ElementContent[] {
	const other = otherLocale(locale);
	return runsOf(text, locale).map((run): ElementContent => {
		const value: ElementContent = { type: 'text', value: run.text };
		if (!run.foreign) return value;
		return {
			type: 'element',
			tagName: 'bdi',
			properties: { lang: other, dir: directionOf(other) },
			children: [value]
		};
	});
}

/** Isolates the words of the other script in a whole tree; code is left to right by itself. */
export const isolateForeign = (locale: Locale) => (tree: Root) =>
	visit(tree, (node, index, parent) => {
		if (node.type === 'element' && node.tagName === 'code') {
			node.properties = { ...node.properties, dir: 'ltr' };
			return SKIP;
		}
		if (node.type !== 'text' || !parent || index === undefined) return;
		const parts = isolated(node.value, locale);
		(parent as Element).children.splice(index, 1, ...parts);
		return [SKIP, index + parts.length];
	});
