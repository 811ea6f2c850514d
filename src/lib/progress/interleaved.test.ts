import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interleaved } from './interleaved';

describe('interleaving', () => {
	/** 'aab' => three questions of two lessons, numbered. */
	const list = (lessons: string) => [...lessons].map((lesson, index) => ({ lesson, index }));
	const mixed = (lessons: string) =>
		interleaved(list(lessons))
			.map(({ lesson }) => lesson)
			.join('');

	it.each([
		['nothing stays nothing', '', ''],
		['one lesson stays as it is', 'aaa', 'aaa'],
		['two lessons take turns', 'aabb', 'abab'],
		['what takes turns stays as it is', 'abcab', 'abcab'],
		['the first stays the first: it is the most pressing', 'abb', 'abb'],
		['a lesson with half of the questions comes every second time', 'abcaa', 'abaca'],
		['a lesson with more than the rest meets itself as seldom as can be', 'aaaab', 'abaaa'],
		['it must not be left for the end', 'abccc', 'acbcc'],
		['else the order stays', 'aabc', 'abac']
	])('%s: %s => %s', (_reason, given, expected) => {
		expect(mixed(given)).toBe(expected);
	});

	const lessons = fc
		.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 7 })
		.map((list) => list.join(''));
	const meetings = (lessons: string) =>
		[...lessons].filter((lesson, index) => lesson === lessons[index - 1]).length;
	/** Every order of these letters. */
	const orders = (letters: string): string[] =>
		letters.length < 2
			? [letters]
			: [...new Set(letters)].flatMap((letter) =>
					orders(letters.replace(letter, '')).map((rest) => letter + rest)
				);

	it('lets one lesson meet itself as seldom as any order with that first question does', () => {
		fc.assert(
			fc.property(lessons, (lessons) => {
				const least = orders(lessons.slice(1)).map((rest) => meetings(lessons.slice(0, 1) + rest));
				expect(meetings(mixed(lessons))).toBe(Math.min(...least));
			}),
			{ numRuns: 500 }
		);
	});

	it('loses and adds nothing, keeps the first, and the order within a lesson', () => {
		fc.assert(
			fc.property(lessons, (lessons) => {
				const given = list(lessons);
				const result = interleaved(given);
				expect(result[0]).toEqual(given[0]);
				for (const lesson of 'abcd') {
					const of = (list: typeof given) => list.filter((one) => one.lesson === lesson);
					expect(of(result)).toEqual(of(given));
				}
			})
		);
	});

	it('leaves alone what takes turns already', () => {
		fc.assert(
			fc.property(lessons, (lessons) => {
				expect(mixed(mixed(lessons))).toBe(mixed(lessons));
			})
		);
	});
});
