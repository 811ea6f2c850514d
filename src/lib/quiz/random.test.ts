import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffleWith } from './random';

const first = (seed: string, count: number) => {
	const random = randomFrom(seed);
	return Array.from({ length: count }, random);
};

describe('numbers from a seed', () => {
	it('are the same on every device and in every version: papers are drawn from them', () => {
		const whole = (seed: string) => first(seed, 3).map((number) => number * 2 ** 32);
		expect(whole('0197-seed')).toEqual([3_445_154_835, 1_932_843_788, 2_066_346_078]);
		expect(whole('')).toEqual([164_558_732, 2_036_735_458, 3_926_833_134]);
		expect(whole('دروس')).toEqual([999_650_640, 1_771_198_297, 3_550_913_130]);
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
