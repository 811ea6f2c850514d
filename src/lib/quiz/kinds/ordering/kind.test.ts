import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAuthored, both } from '#lib/quiz/examples';
import type { QuestionBase } from '#lib/quiz/question';
import { kind } from './kind';

const ask = (ids: readonly string[]) =>
	asAuthored('ordering', {
		items: ids.map((id) => ({ id, text: both(id) }))
	}) as unknown as QuestionBase;
const idLists = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 8 });
/** Ids in the right order, and the same in any order. */
const papers = idLists.chain((right) =>
	fc.record({
		right: fc.constant(right),
		order: fc.shuffledSubarray(right, { minLength: right.length })
	})
);

describe('an ordering', () => {
	it('never starts in the right order', () => {
		fc.assert(
			fc.property(papers, ({ right, order }) => {
				const arranged = kind.arrange(ask(right), () => order as never[]);
				expect(arranged).not.toEqual(right);
				expect([...arranged].sort()).toEqual([...right].sort());
			})
		);
	});

	it('leaves a shuffled order as it is', () => {
		expect(kind.arrange(ask(['a', 'b', 'c']), () => ['b', 'a', 'c'] as never[])).toEqual([
			'b',
			'a',
			'c'
		]);
	});

	it('shows a view another order than the right one', () => {
		fc.assert(
			fc.property(idLists, (right) => {
				const { items } = kind.publicPart(ask(right)) as unknown as { items: { id: string }[] };
				expect(items.map(({ id }) => id)).not.toEqual(right);
			})
		);
	});

	it('gives a point for each item in its exact place', () => {
		fc.assert(
			fc.property(papers, ({ right, order }) => {
				const { earned, possible, parts } = kind.grade(ask(right), { order });
				expect(possible).toBe(right.length);
				expect(earned).toBe(order.filter((id, place) => id === right[place]).length);
				expect(parts.filter((part) => part.right)).toHaveLength(earned);
			})
		);
	});

	it('tells an order from one that nobody touched', () => {
		const question = ask(['a', 'b', 'c']);
		expect(kind.missing(question, { order: null })).toBe('nothing-chosen');
		expect(kind.missing(question, { order: ['c', 'a'] })).toBe('incomplete');
		expect(kind.missing(question, { order: ['c', 'a', 'b'] })).toBeNull();
		expect(kind.interaction(question, { order: null }).scorm12.response).toBeNull();
		expect(kind.interaction(question, { order: ['c', 'a', 'b'] })).toEqual({
			type: 'sequencing',
			scorm12: { response: '2,0,1', correct: '0,1,2' },
			scorm2004: { response: 'c[,]a[,]b', correct: ['a[,]b[,]c'] }
		});
	});
});
