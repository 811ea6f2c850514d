import { runsOf } from '#lib/base/bidi';
import { directionOf, inLocale, otherLocale, type Locale, type Text } from '#lib/base/locale';
import type { SvgElement } from './parse-svg';

/** What a drawing needs from the file beside it. */
export interface FigureText {
	readonly title: Text;
	readonly mirror: boolean;
	readonly labels: Readonly<Record<string, Text>>;
}

/** Height of a label's letters where the drawing does not say, in units of the viewBox. */
export const defaultFontSize = 15;
const arabicScale = 1.12;
const lineHeight = 1.25;

/** Presentation attributes that a text takes from the groups it stands in. */
export interface Inherited {
	readonly anchor: string;
	readonly fontSize: number;
}

/** What an element hands down to its children. */
export const handedDown = (element: SvgElement, from: Inherited): Inherited => ({
	anchor: element.attributes.get('text-anchor') ?? from.anchor,
	fontSize: parseFloat(element.attributes.get('font-size') ?? '') || from.fontSize
});

export const topInherited: Inherited = { anchor: 'start', fontSize: defaultFontSize };

/** viewBox="0 0 400 300" => { width: 400, height: 300 }; null where it is not written so. */
export function sizeOf(root: SvgElement): { width: number; height: number } | null {
	const match = /^0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/.exec(root.attributes.get('viewBox') ?? '');
	return match && { width: Number(match[1]), height: Number(match[2]) };
}

export const holdsText = (node: SvgElement): boolean =>
	node.name === 'text' ||
	node.children.some((child) => typeof child !== 'string' && holdsText(child));

const rounded = (value: number) => String(Math.round(value * 100) / 100);
const escaped = (text: string) =>
	text.replace(
		/[&<>"]/g,
		(sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!
	);

function written(name: string, attributes: ReadonlyMap<string, string>, inside: string): string {
	const start = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
	return inside ? `<${name}${start}>${inside}</${name}>` : `<${name}${start}/>`;
}

/**
 * The words of one line, those of the other script isolated. A mark of the line's own direction stands first, because
 * browsers take the side of `text-anchor` from the direction of the first character's element.
 */
function lineOfText(line: string, locale: Locale): string {
	const direction = directionOf(otherLocale(locale));
	const runs = runsOf(line, locale);
	const mark = runs[0]?.foreign ? (direction === 'ltr' ? '\u200F' : '\u200E') : '';
	const words = runs
		.map(({ text, foreign }) =>
			foreign
				? `<tspan direction="${direction}" unicode-bidi="isolate">${escaped(text)}</tspan>`
				: escaped(text)
		)
		.join('');
	return mark + words;
}

const swapped: { readonly [anchor: string]: string } = { start: 'end', end: 'start' };

/** The drawing as an `<svg>` for this language, with its labels but for those in `without`. */
export function drawFigure(
	root: SvgElement,
	{ title, mirror, labels }: FigureText,
	wanted: Locale,
	without: readonly string[] = []
): string {
	const rightToLeft = directionOf(wanted) === 'rtl';
	const mirrored = mirror && rightToLeft;
	const width = sizeOf(root)?.width ?? 0;

	function label(element: SvgElement, from: Inherited): string {
		const id = element.attributes.get('data-label') ?? '';
		if (without.includes(id)) return '';
		const { anchor, fontSize } = handedDown(element, from);
		const { locale, text } = inLocale(labels[id] ?? {}, wanted);
		const x = Number(element.attributes.get('x'));
		const placed = mirrored ? rounded(width - x) : rounded(x);
		const attributes = new Map(element.attributes);
		attributes.set('x', placed);
		attributes.set('font-size', rounded(fontSize * (locale === 'ar' ? arabicScale : 1)));
		// Where text runs from the right, its start is at the right: swapped, it stays where it was drawn.
		attributes.set('text-anchor', (rightToLeft && !mirror && swapped[anchor]) || anchor);
		if (!attributes.has('fill')) attributes.set('fill', 'var(--figure-ink)');
		if (rightToLeft) attributes.set('direction', 'rtl');
		const lines = text
			.split('\n')
			.map(
				(line, index) =>
					`<tspan x="${placed}" dy="${index === 0 ? '0' : `${lineHeight}em`}">${lineOfText(line.trim(), locale)}</tspan>`
			);
		return written('text', attributes, lines.join(''));
	}

	function shape(element: SvgElement): string {
		return written(
			element.name,
			element.attributes,
			element.children.map((child) => (typeof child === 'string' ? '' : shape(child))).join('')
		);
	}

	/** Children in their order; shapes turned round where the drawing is mirrored, texts never. */
	function inside(element: SvgElement, from: Inherited): string {
		let result = '';
		let shapes = '';
		const flush = () => {
			result +=
				shapes && mirrored
					? `<g transform="translate(${rounded(width)},0) scale(-1,1)">${shapes}</g>`
					: shapes;
			shapes = '';
		};
		for (const child of element.children) {
			if (typeof child === 'string') continue;
			if (child.name === 'defs') result += shape(child);
			else if (!holdsText(child)) shapes += shape(child);
			else {
				flush();
				result +=
					child.name === 'text'
						? label(child, from)
						: written(child.name, child.attributes, inside(child, handedDown(child, from)));
			}
		}
		flush();
		return result;
	}

	const attributes = new Map(root.attributes);
	for (const name of ['width', 'height', 'xmlns', 'class']) attributes.delete(name);
	const named = inLocale(title, wanted);
	for (const [name, value] of [
		['class', 'figure'],
		['role', 'img'],
		['aria-label', named.text],
		['lang', named.locale],
		['focusable', 'false']
	] as const)
		attributes.set(name, value);
	return written('svg', attributes, inside(root, handedDown(root, topInherited)));
}
