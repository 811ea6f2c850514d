import { suggestion } from '../yaml/nearest';
import {
	allowedAttributes,
	allowedElements,
	colourAttributes,
	figureColours,
	pointingAttributes
} from './allowed';
import { defaultFontSize, handedDown, sizeOf, topInherited, type Inherited } from './draw-figure';
import type { SvgElement } from './parse-svg';

export interface DrawingMistake {
	readonly line: number;
	readonly message: string;
}

const widest = 400;
const anchors = ['start', 'middle', 'end'];
const isNumber = (value: string | undefined) =>
	value !== undefined && /^-?\d+(\.\d+)?$/.test(value);

const why: { readonly [name: string]: string } = {
	style: 'set colours and lines as attributes: fill="…" stroke="…"',
	class: 'set colours and lines as attributes: fill="…" stroke="…"',
	script: 'a drawing runs nothing',
	foreignObject: 'a drawing holds shapes and labels only',
	image: 'draw it with shapes',
	a: 'a drawing holds no links',
	use: 'repeat the shape itself',
	tspan: 'the words of labels stand in the yaml file, where \\n starts a new line',
	title: 'the title stands in the yaml file',
	desc: 'the description stands in the yaml file'
};

function colourMistake(name: string, value: string): string | null {
	if (value === 'none' || value.startsWith('url(')) return null;
	const colour = /^var\(--figure-([a-z-]+)\)$/.exec(value)?.[1];
	if (colour === undefined)
		return `${name}="${value}" must be none or a colour like var(--figure-ink)`;
	return figureColours.includes(colour)
		? null
		: `there is no colour var(--figure-${colour})${suggestion(colour, figureColours)}`;
}

function attributeMistake(name: string, value: string, ids: ReadonlySet<string>): string | null {
	if (!allowedAttributes.has(name))
		return `the attribute "${name}" has no place in a figure; ${why[name] ?? 'take it out'}`;
	const target = /^url\((.*)\)$/.exec(value)?.[1];
	if (
		/url\(/.test(value) &&
		(!target || !pointingAttributes.has(name) || !ids.has(target.slice(1)))
	)
		return `${name}="${value}" must point to something in this drawing, like url(#id)`;
	return colourAttributes.has(name) ? colourMistake(name, value) : null;
}

function textMistakes(element: SvgElement, from: Inherited, turned: boolean): string[] {
	const { attributes, children } = element;
	const label = attributes.get('data-label');
	if (label === undefined)
		return ['this text has no data-label="…"; the words of a label stand in the yaml file'];
	const { anchor, fontSize } = handedDown(element, from);
	return [
		children.length > 0 &&
			'the words of a label stand in the yaml file; write <text data-label="…" x="…" y="…"/>',
		!(isNumber(attributes.get('x')) && isNumber(attributes.get('y'))) &&
			`the label "${label}" needs x and y on its text, as numbers`,
		(turned || attributes.has('transform')) &&
			`the label "${label}" is moved by a transform; take it out of that group and give the text its final x and y`,
		fontSize < defaultFontSize &&
			`the label "${label}" is ${fontSize} high; ${defaultFontSize} is the least that can be read on a phone`,
		!anchors.includes(anchor) && `text-anchor="${anchor}" must be start, middle or end`
	].filter((message) => typeof message === 'string');
}

function idsIn(element: SvgElement): string[] {
	const id = element.attributes.get('id');
	return [
		...(id === undefined ? [] : [id]),
		...element.children.flatMap((child) => (typeof child === 'string' ? [] : idsIn(child)))
	];
}

/** The labels that a drawing has places for, with their lines. */
export function labelsIn(element: SvgElement): { id: string; line: number }[] {
	const id = element.attributes.get('data-label');
	return [
		...(id === undefined ? [] : [{ id, line: element.line }]),
		...element.children.flatMap((child) => (typeof child === 'string' ? [] : labelsIn(child)))
	];
}

/** Everything in a drawing that is not on the list of what a figure may hold. `id` is the figure's. */
export function checkDrawing(root: SvgElement, id: string): DrawingMistake[] {
	const mistakes: DrawingMistake[] = [];
	const written = idsIn(root);
	const ids = new Set(written);

	function check(element: SvgElement, from: Inherited, turned: boolean) {
		const { name, attributes, children, line } = element;
		const wrong = (message: string) => mistakes.push({ line, message });
		if (!allowedElements.has(name)) {
			wrong(`<${name}> has no place in a figure; ${why[name] ?? 'take it out'}`);
			return;
		}
		for (const [attribute, value] of attributes) {
			const message = attributeMistake(attribute, value, ids);
			if (message !== null) wrong(message);
		}
		const own = attributes.get('id');
		if (own !== undefined && own !== id && !own.startsWith(`${id}-`))
			wrong(`the id "${own}" must start with the figure's own: "${id}-${own}"`);
		if (name === 'text') {
			textMistakes(element, from, turned).forEach(wrong);
			return;
		}
		if (attributes.has('data-label')) wrong('data-label="…" stands on <text> only');
		const turns = turned || attributes.has('transform') || (name !== 'svg' && name !== 'g');
		for (const child of children) {
			if (typeof child === 'string')
				wrong(
					`words have no place in a drawing: "${child.trim().slice(0, 40)}"; make a label of them`
				);
			else check(child, handedDown(element, from), turns);
		}
	}

	const size = sizeOf(root);
	if (!size)
		mistakes.push({
			line: root.line,
			message: 'the svg needs its size as viewBox="0 0 400 300", starting with 0 0'
		});
	else if (size.width > widest)
		mistakes.push({
			line: root.line,
			message: `the drawing is ${size.width} wide; ${widest} is the most that can be read on a phone`
		});
	check(root, topInherited, false);
	written.forEach((one, index) => {
		if (written.indexOf(one) !== index)
			mistakes.push({ line: root.line, message: `the id "${one}" stands twice in the drawing` });
	});
	return mistakes;
}
