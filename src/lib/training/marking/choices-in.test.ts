import { describe, expect, it } from 'vitest';
import { exampleQuestion } from '#lib/progress/examples';
import { kinds } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';
import { choicesIn, choicesOffered } from './choices-in';

describe('choices', () => {
	it('of every kind name what is right', () => {
		expect(choicesIn(exampleQuestion('q', 'true-false'), { chosen: false })).toEqual([
			{ of: null, id: 'false' }
		]);
		expect(choicesOffered(exampleQuestion('q', 'true-false'))).toHaveLength(2);
		expect(choicesIn(exampleQuestion('q', 'short-text'), { entered: ' Exosome ' })).toEqual([
			{ of: null, id: 'exosome' }
		]);
		expect(choicesOffered(exampleQuestion('q', 'short-text'))).toEqual([]);
		const items = ['a', 'b', 'c'].map((id) => ({ id, text: {} }));
		const ordering = { ...exampleQuestion('q'), kind: 'ordering', items } as Question;
		expect(choicesIn(ordering, { order: ['b', 'a', 'c'] })).toEqual([
			{ of: '1', id: 'b' },
			{ of: '2', id: 'a' },
			{ of: '3', id: 'c' }
		]);
		const pairs = ['a', 'b'].map((id) => ({ id, left: {}, right: {} }));
		const matching = { ...exampleQuestion('q'), kind: 'matching', pairs, extras: [] } as Question;
		expect(choicesIn(matching, { pairs: { a: 'b' } })).toEqual([{ of: 'a', id: 'b' }]);
		expect(choicesOffered(matching)).toHaveLength(2);
		expect(kinds.size).toBe(9);
	});
});
