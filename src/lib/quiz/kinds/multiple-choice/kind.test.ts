import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAuthored } from '#lib/quiz/examples';
import type { QuestionBase } from '#lib/quiz/question';
import { kind } from './kind';

/** A question with these options right, and picks among them. */
const papers = fc
	.array(fc.record({ correct: fc.boolean(), picked: fc.boolean() }), {
		minLength: 2,
		maxLength: 10
	})
	.filter((options) => options.some(({ correct }) => correct))
	.map((options) => ({
		question: asAuthored('multiple-choice', {
			options: options.map(({ correct }, n) => ({ id: `o${n}`, correct, text: {} }))
		}) as unknown as QuestionBase,
		right: options.flatMap(({ correct }, n) => (correct ? [`o${n}`] : [])),
		wrong: options.flatMap(({ correct }, n) => (correct ? [] : [`o${n}`])),
		chosen: options.flatMap(({ picked }, n) => (picked ? [`o${n}`] : []))
	}));
const earned = (question: QuestionBase, chosen: readonly string[]) =>
	kind.grade(question, { chosen }).earned;

describe('marking of a multiple choice', () => {
	it('is full only for exactly the right options', () => {
		fc.assert(
			fc.property(papers, ({ question, right, chosen }) => {
				const { earned, possible } = kind.grade(question, { chosen });
				expect(earned === possible).toBe(chosen.join() === right.join());
			})
		);
	});

	it('never falls with one more right pick, nor rises with one more wrong pick', () => {
		fc.assert(
			fc.property(papers, ({ question, right, wrong, chosen }) => {
				const before = earned(question, chosen);
				for (const id of right)
					expect(earned(question, [...chosen, id])).toBeGreaterThanOrEqual(before);
				for (const id of wrong)
					expect(earned(question, [...chosen, id])).toBeLessThanOrEqual(before);
			})
		);
	});

	it('does not pay for ticking everything where half or more is wrong', () => {
		fc.assert(
			fc.property(papers, ({ question, right, wrong }) => {
				fc.pre(wrong.length >= right.length);
				expect(earned(question, [...right, ...wrong])).toBe(0);
			})
		);
	});

	it('tells right, wrong and missed options apart, and leaves the others out', () => {
		fc.assert(
			fc.property(papers, ({ question, right, wrong, chosen }) => {
				const { parts } = kind.grade(question, { chosen });
				const ids = (isRight: boolean, given: boolean) =>
					parts.filter((p) => p.right === isRight && p.given === given).map(({ id }) => id);
				expect(ids(true, true)).toEqual(right.filter((id) => chosen.includes(id)));
				expect(ids(true, false)).toEqual(right.filter((id) => !chosen.includes(id)));
				expect(ids(false, true)).toEqual(wrong.filter((id) => chosen.includes(id)));
				expect(ids(false, false)).toEqual([]);
			})
		);
	});
});
