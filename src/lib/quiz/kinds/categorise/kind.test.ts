import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAuthored, both } from '#lib/quiz/examples';
import type { QuestionBase } from '#lib/quiz/question';
import { kind } from './kind';

const categories = ['one', 'two', 'three'];
const items = ['a', 'b', 'c', 'd', 'e'];
/** Any key over the items, and any response to it. */
const papers = fc.record({
	key: fc.tuple(...items.map(() => fc.constantFrom(...categories))),
	placed: fc
		.tuple(
			...items.map((id) => fc.option(fc.tuple(fc.constant(id), fc.constantFrom(...categories))))
		)
		.map((chosen): Record<string, string> =>
			Object.fromEntries(chosen.filter((pair) => pair !== null))
		)
});
const ask = (key: readonly string[]) =>
	asAuthored('categorise', {
		categories: categories.map((id) => ({ id, text: both(id) })),
		items: items.map((id, n) => ({ id, category: key[n], text: both(id) }))
	}) as unknown as QuestionBase;

describe('marking of a categorise', () => {
	it('gives a point for each item in its category, and none for the others', () => {
		fc.assert(
			fc.property(papers, ({ key, placed }) => {
				const { earned, possible, parts } = kind.grade(ask(key), { placed });
				expect(possible).toBe(items.length);
				expect(earned).toBe(items.filter((id, n) => placed[id] === key[n]).length);
				expect(parts.filter(({ given }) => given).map(({ id }) => id)).toEqual(
					items.filter((id) => placed[id])
				);
			})
		);
	});

	it('is complete when every item has a category', () => {
		fc.assert(
			fc.property(papers, ({ key, placed }) => {
				const given = Object.keys(placed).length;
				expect(kind.missing(ask(key), { placed })).toBe(
					given === 0 ? 'nothing-chosen' : given < items.length ? 'incomplete' : null
				);
			})
		);
	});

	it('is a matching of items with categories to an LMS', () => {
		const key = ['one', 'two', 'three', 'one', 'one'];
		expect(kind.interaction(ask(key), { placed: { b: 'three', a: 'one' } })).toEqual({
			type: 'matching',
			scorm12: { response: '0.0,1.2', correct: '0.0,1.1,2.2,3.0,4.0' },
			scorm2004: {
				response: 'a[.]one[,]b[.]three',
				correct: ['a[.]one[,]b[.]two[,]c[.]three[,]d[.]one[,]e[.]one']
			}
		});
	});
});
