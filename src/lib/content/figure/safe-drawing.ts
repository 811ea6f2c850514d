import {
	allowedAttributes,
	allowedElements,
	colourAttributes,
	figureColours,
	pointingAttributes
} from './allowed';
import { parseSvg, type SvgElement } from './parse-svg';

/** What the compiler itself writes into a drawing, besides what an author may. */
const writtenElements = new Set(['tspan']);
const writtenAttributes = new Set([
	...['role', 'aria-label', 'lang', 'focusable', 'class', 'direction', 'unicode-bidi', 'dx', 'dy']
]);

function isSafeValue(name: string, value: string): boolean {
	if (name === 'class') return value === 'figure';
	const target = /^url\(#[\w-]+\)$/.test(value);
	if (/url\(/i.test(value)) return target && pointingAttributes.has(name);
	if (!colourAttributes.has(name) || value === 'none') return true;
	return figureColours.some((colour) => value === `var(--figure-${colour})`);
}

const isSafeElement = ({ name, attributes }: SvgElement): boolean =>
	(allowedElements.has(name) || writtenElements.has(name)) &&
	[...attributes].every(
		([name, value]) =>
			(allowedAttributes.has(name) || writtenAttributes.has(name)) && isSafeValue(name, value)
	);

/** Whether a drawing that comes from elsewhere holds nothing but what the compiler writes. */
export function isSafeDrawing(svg: unknown): boolean {
	if (typeof svg !== 'string') return false;
	const { root } = parseSvg(svg);
	const waiting: (SvgElement | string)[] = root ? [root] : [];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (typeof next === 'string') continue;
		if (!isSafeElement(next)) return false;
		waiting.push(...next.children);
	}
	return root !== null;
}
