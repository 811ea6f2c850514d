import { expect, it } from 'vitest';
import { mostLongest } from './key-length';
import { balanced } from './true-false-balance';

const questions = (count: number, options: number) =>
	Array.from({ length: count }, () => ({
		options: Array.from({ length: options }, (_, index) => ({
			id: String(index),
			correct: index === 0,
			text: {}
		}))
	}));

it.each([
	// 2 by chance, with a spread of 1.2; 6 with one of 2.1; 10 with one of 2.2.
	[8, 4, 3],
	[24, 4, 8],
	[20, 2, 12]
])('of %i questions with %i options the right one may be the longest in %i', (count, of, most) => {
	expect(mostLongest(questions(count, of))).toBe(most);
});

it.each([
	[5, 2, 3],
	[6, 2, 4],
	[7, 3, 4],
	[10, 4, 6],
	[15, 6, 9]
])('of %i statements %i to %i may be true', (count, min, max) => {
	expect(balanced(count)).toEqual({ min, max });
});
