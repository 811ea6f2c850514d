import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

type Axe = typeof axe & {
	commons: { color: { Color: { prototype: Colour & { parseString(words: string): Colour } } } };
};
interface Colour {
	r: number;
	g: number;
	b: number;
	alpha: number;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Half as long as the source that the package hands out, and in each document to be read anew. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into a document. */
async function bringAxe(page: Page): Promise<void> {
	await page.evaluate(source);
	// A third of its time on a page of text is reading the same few colours in oklch again and again.
	await page.evaluate(() => {
		const { prototype } = (globalThis as unknown as { axe: Axe }).axe.commons.color.Color;
		const read = prototype.parseString;
		const known = new Map<string, Colour>();
		prototype.parseString = function (words) {
			const colour = known.get(words);
			if (colour) return Object.assign(this, colour);
			read.call(this, words);
			const { r, g, b, alpha } = this;
			known.set(words, { r, g, b, alpha });
			return this;
		};
	});
}

/** What axe finds wrong in a page, a line each. */
export async function violationsIn(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await bringAxe(page);
	return page.evaluate(async (tags) => {
		const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
			resultTypes: ['violations'],
			runOnly: { type: 'tag', values: tags },
			// Belongs to WCAG 2.2 AA, and is off unless asked for.
			rules: { 'target-size': { enabled: true } }
		});
		return violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`)
		);
	}, tags);
}

/** What reaches beyond the edges of the screen, so that it would have to be scrolled sideways. */
export async function beyondTheEdge(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.body.querySelectorAll('*')].filter((element) => {
			const { left, right } = element.getBoundingClientRect();
			return right > clientWidth + 0.5 || left < -0.5;
		});
		return [
			`${scrollWidth} of ${clientWidth} px`,
			...wide.map(({ outerHTML }) => outerHTML.slice(0, 120))
		];
	});
}

/** Elements that would take time to change. */
export const movingIn = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('*')]
			.filter((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element);
				return `${transitionDuration},${animationDuration}`
					.split(',')
					.some((time) => parseFloat(time) > 0);
			})
			.map(({ outerHTML }) => outerHTML.slice(0, 100))
	);
