import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAuthored, both } from '#lib/quiz/examples';
import type { QuestionBase } from '#lib/quiz/question';
import { kind } from './kind';

const lefts = ['a', 'b', 'c', 'd'];
const rights = [...lefts, 'x', 'y'];
const question = asAuthored('matching', {
	pairs: lefts.map((id) => ({ id, left: both(id), right: both(id) })),
	extras: [
		{ id: 'x', text: both('x') },
		{ id: 'y', text: both('y') }
	]
}) as unknown as QuestionBase;
const responses = fc
	.tuple(...lefts.map((id) => fc.option(fc.tuple(fc.constant(id), fc.constantFrom(...rights)))))
	.map((chosen) => Object.fromEntries(chosen.filter((pair) => pair !== null)));
const earned = (pairs: Record<string, string>) => kind.grade(question, { pairs }).earned;

describe('marking of a matching', () => {
	it('gives a point for each left with its own right', () => {
		fc.assert(
			fc.property(responses, (pairs) => {
				expect(earned(pairs)).toBe(lefts.filter((id) => pairs[id] === id).length);
			})
		);
	});

	it('marks each left by itself: changing one moves the score by one point at most', () => {
		fc.assert(
			fc.property(
				responses,
				fc.constantFrom(...lefts),
				fc.constantFrom(...rights),
				(pairs, left, right) => {
					const change = earned({ ...pairs, [left]: right }) - earned(pairs);
					expect(Math.abs(change)).toBeLessThanOrEqual(1);
				}
			)
		);
	});

	it('calls a left without a choice not given', () => {
		const { parts } = kind.grade(question, { pairs: { a: 'a', b: 'x' } });
		expect(parts.map(({ right, given }) => [right, given])).toEqual([
			[true, true],
			[false, true],
			[false, false],
			[false, false]
		]);
		expect(kind.missing(question, { pairs: { a: 'a' } })).toBe('incomplete');
	});

	it('reports pairs in the order of the lefts, whatever was chosen first', () => {
		expect(kind.interaction(question, { pairs: { c: 'x', a: 'b' } })).toEqual({
			type: 'matching',
			scorm12: { response: '0.1,2.4', correct: '0.0,1.1,2.2,3.3' },
			scorm2004: {
				response: 'a[.]b[,]c[.]x',
				correct: ['a[.]a[,]b[.]b[,]c[.]c[,]d[.]d']
			}
		});
	});

	it('shows the rights in an order that says nothing of the pairs', () => {
		const shown = kind.publicPart(question) as unknown as { rights: { id: string }[] };
		const other = asAuthored('matching', {
			pairs: [...lefts].reverse().map((id) => ({ id, left: both(id), right: both(id) })),
			extras: []
		}) as unknown as QuestionBase;
		const shownOther = kind.publicPart(other) as unknown as typeof shown;
		expect(shown.rights.map(({ id }) => id)).toEqual(rights);
		expect(shownOther.rights.map(({ id }) => id)).toEqual(lefts);
	});
});
