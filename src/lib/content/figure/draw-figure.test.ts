import { describe, expect, it } from 'vitest';
import { drawFigure } from './draw-figure';
import { parseSvg } from './parse-svg';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
	<defs><marker id="cell-tip"/></defs>
	<rect x="10" width="5" height="5"/>
	<g stroke="none"><circle r="3"/><text data-label="membrane" x="100" y="50"/></g>
	<text data-label="cargo" x="300" y="80" text-anchor="end" fill="var(--figure-rna)" font-size="20"/>
</svg>`;
const { root } = parseSvg(svg);
const figure = {
	title: { en: 'A "cell"', ar: 'خلية' },
	mirror: false,
	labels: {
		membrane: { en: 'Lipid\nbilayer', ar: 'طبقة\nمزدوجة' },
		cargo: { en: 'RNA & more', ar: 'حمولة RNA' }
	}
};
const drawn = (locale: 'en' | 'ar', mirror = false, without: string[] = []) =>
	drawFigure(root!, { ...figure, mirror }, locale, without);
const textOf = (drawing: string, label: string) =>
	new RegExp(`<text data-label="${label}".*?</text>`).exec(drawing)?.[0];

describe('a drawing', () => {
	it('is an image with a name, and takes the width it is given', () => {
		expect(drawn('en')).toMatch(
			/^<svg viewBox="0 0 400 300" class="figure" role="img" aria-label="A &quot;cell&quot;" lang="en" focusable="false">/
		);
		expect(drawn('ar')).toContain('aria-label="خلية" lang="ar"');
	});

	it('has its labels, line by line', () => {
		expect(textOf(drawn('en'), 'membrane')).toBe(
			'<text data-label="membrane" x="100" y="50" font-size="15" text-anchor="start" fill="var(--figure-ink)"><tspan x="100" dy="0">Lipid</tspan><tspan x="100" dy="1.25em">bilayer</tspan></text>'
		);
		expect(textOf(drawn('en'), 'cargo')).toContain(
			'fill="var(--figure-rna)" font-size="20"><tspan x="300" dy="0">RNA &amp; more'
		);
	});

	it('loses the labels that a question asks for', () => {
		expect(textOf(drawn('en', false, ['cargo']), 'cargo')).toBeUndefined();
		expect(textOf(drawn('en', false, ['cargo']), 'membrane')).toBeDefined();
	});
});

describe('in Arabic', () => {
	it('keeps labels where they were drawn, larger, with Latin words isolated', () => {
		expect(textOf(drawn('ar'), 'cargo')).toBe(
			'<text data-label="cargo" x="300" y="80" text-anchor="start" fill="var(--figure-rna)" font-size="22.4" direction="rtl"><tspan x="300" dy="0">حمولة <tspan direction="ltr" unicode-bidi="isolate">RNA</tspan></tspan></text>'
		);
		expect(textOf(drawn('ar'), 'membrane')).toContain('font-size="16.8" text-anchor="end"');
	});

	it('turns shapes round in a mirrored drawing, and moves labels without turning them', () => {
		const drawing = drawn('ar', true);
		const turn = '<g transform="translate(400,0) scale(-1,1)">';
		expect(drawing).toContain(
			`${turn}<rect x="10" width="5" height="5"/></g><g stroke="none">${turn}<circle r="3"/></g><text`
		);
		expect(drawing).toContain('<defs><marker id="cell-tip"/></defs>');
		expect(textOf(drawing, 'membrane')).toContain(
			'x="300" y="50" font-size="16.8" text-anchor="start"'
		);
		expect(textOf(drawing, 'cargo')).toContain('x="100" y="80" text-anchor="end"');
	});

	it('leaves the English drawing as it is drawn', () => {
		expect(drawn('en', true)).toBe(drawn('en', false));
	});
});

describe('a file that is no drawing', () => {
	it.each([
		['<svg><g></svg>', 1, '</svg> closes nothing here; <g> is still open'],
		['<svg>\n<g>', 2, '<g> is never closed'],
		['<svg a="1" a="2"/>', 1, 'the attribute "a" stands twice in one element'],
		[
			'<svg>\n<rect x=1/></svg>',
			2,
			'this is not well-formed: every attribute needs ="…", every < its >'
		],
		['<svg a="&nbsp;"/>', 1, '"&nbsp;" cannot be read; write & as &amp;'],
		[
			'<!DOCTYPE svg><svg/>',
			1,
			'DOCTYPE, CDATA and processing instructions have no place in a figure; take this out'
		],
		['<g/>', 1, 'the file must hold one <svg> element and nothing beside it'],
		['', 1, 'the file must hold one <svg> element and nothing beside it']
	])('%s', (text, line, message) => {
		expect(parseSvg(text)).toEqual({ root: null, mistake: { line, message } });
	});
});
