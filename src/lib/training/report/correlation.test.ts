import { describe, expect, it } from 'vitest';
import { Correlation } from './correlation';

describe('correlation', () => {
	const of = (pairs: readonly (readonly [number, number])[]) => {
		const correlation = new Correlation();
		for (const [x, y] of pairs) correlation.add(x, y);
		return correlation;
	};

	it("is Pearson's: 10, 8.04 … of Anscombe's first set (1973) correlate at 0.816", () => {
		const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
		const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
		expect(of(x.map((one, index) => [one, y[index]!])).value).toBeCloseTo(0.816, 3);
	});

	it('is worked out by hand: four learners, 3 of 4 in agreement', () => {
		// x 1 1 0 0, y 1 0 0 0: covariance 1/8, variances 1/4 and 3/16 => (1/8) / √(3/64) = 1/√3.
		expect(
			of([
				[1, 1],
				[1, 0],
				[0, 0],
				[0, 0]
			]).value
		).toBeCloseTo(1 / Math.sqrt(3), 12);
	});

	it('is unknown where one does not vary', () => {
		expect(of([]).value).toBeNull();
		expect(
			of([
				[1, 0.2],
				[1, 0.4]
			]).value
		).toBeNull();
	});

	it('keeps its digits far from zero', () => {
		expect(
			of([
				[1e9, 1],
				[1e9 + 1, 2],
				[1e9 + 2, 3]
			]).value
		).toBeCloseTo(1, 9);
	});

	it('has the range of Fisher: r 0.5 of 28 pairs lies between 0.156 and 0.736', () => {
		// atanh 0.5 = 0.5493; 1.96 / √25 = 0.392; tanh 0.1573 = 0.1560, tanh 0.9413 = 0.7358.
		// 28 pairs of r = 0.5: of x ±1 and y ±1, 21 agree and 7 do not, in equal halves.
		const agree = Array.from({ length: 21 }, (_, n) => [n < 10.5 ? 1 : -1, n < 10.5 ? 1 : -1]);
		const differ = Array.from({ length: 7 }, (_, n) => [n < 3.5 ? -1 : 1, n < 3.5 ? 1 : -1]);
		const correlation = of([...agree, ...differ] as [number, number][]);
		const [low, high] = correlation.range!;
		expect(correlation.value).toBeCloseTo(0.5, 1);
		expect(low).toBeCloseTo(Math.tanh(Math.atanh(correlation.value!) - 1.96 / 5), 3);
		expect(high).toBeCloseTo(Math.tanh(Math.atanh(correlation.value!) + 1.96 / 5), 3);
		expect(of([[0, 1]]).range).toBeNull();
	});
});
