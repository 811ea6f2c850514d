import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffleWith } from './random';

const first = (seed: string, count: number) => {
	const random = randomFrom(seed);
	return Array.from({ length: count }, random);
};

describe('numbers from a seed', () => {
	it('are the same on every device and in every version: papers are drawn from them', () => {
		expect(first('0197-seed', 3)).toEqual([]);
		expect(first('', 1)).toEqual([]);
		expect(first('دروس', 1)).toEqual([]);
	});

	it('lie in [0, 1)', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				for (const number of first(seed, 50)) {
					expect(number).toBeGreaterThanOrEqual(0);
					expect(number).toBeLessThan(1);
				}
			})
		);
	});

	it('are spread evenly, within one seed and over seeds that differ by a letter', () => {
		const tenths = (numbers: readonly number[]) => {
			const counts = Array.from({ length: 10 }, () => 0);
			for (const number of numbers) counts[Math.floor(number * 10)]!++;
			return counts;
		};
		const seeds = Array.from({ length: 2000 }, (_, index) => `seed-${index}`);
		// 200 in each tenth, give or take five standard deviations.
		for (const numbers of [first('seed', 2000), seeds.map((seed) => first(seed, 1)[0]!)])
			for (const count of tenths(numbers)) expect(Math.abs(count - 200)).toBeLessThan(67);
	});

	it('do not repeat within what a paper needs', () => {
		expect(new Set(first('seed', 1000)).size).toBe(1000);
	});
});

describe('a shuffle', () => {
	it('keeps everything, changes nothing that it is given, and follows its seed', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
				const before = [...list];
				const shuffled = shuffleWith(randomFrom(seed))(list);
				expect(list).toEqual(before);
				expect([...shuffled].sort()).toEqual([...list].sort());
				expect(shuffleWith(randomFrom(seed))(list)).toEqual(shuffled);
			})
		);
	});

	it('gives every order about as often', () => {
		const seen = new Map<string, number>();
		for (let seed = 0; seed < 1200; seed++) {
			const order = shuffleWith(randomFrom(`seed ${seed}`))(['a', 'b', 'c']).join('');
			seen.set(order, (seen.get(order) ?? 0) + 1);
		}
		expect(seen.size).toBe(6);
		// 200 each, give or take five standard deviations.
		for (const count of seen.values()) expect(Math.abs(count - 200)).toBeLessThan(65);
	});
});
