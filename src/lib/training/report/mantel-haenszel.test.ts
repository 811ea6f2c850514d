import { describe, expect, it } from 'vitest';
import { commonDifference } from './mantel-haenszel';

describe('the difference of two groups at equal score', () => {
	it('is that of the admissions to Berkeley (Bickel 1975): odds 0.905, chi square 1.525, chance 0.217', () => {
		// Men admitted and rejected, women admitted and rejected, by department.
		const found = commonDifference([
			[512, 313, 89, 19],
			[353, 207, 17, 8],
			[120, 205, 202, 391],
			[138, 279, 131, 244],
			[53, 138, 94, 299],
			[22, 351, 24, 317]
		])!;
		expect(found.odds).toBeCloseTo(0.9047, 4);
		expect(found.chiSquare).toBeCloseTo(1.5246, 3);
		expect(found.probability).toBeCloseTo(0.2169, 3);
	});

	it('is worked out by hand for one level: 8 of 10 and 2 of 10', () => {
		// Expected 5; variance 10·10·10·10 / (400·19) = 25/19; (8 - 5)² · 19/25 = 6.84; odds 8·8 / 2·2.
		const found = commonDifference([[8, 2, 2, 8]])!;
		expect(found.odds).toBeCloseTo(16, 12);
		expect(found.chiSquare).toBeCloseTo(6.84, 12);
	});

	it('is unknown where no level can be compared', () => {
		expect(commonDifference([])).toBeNull();
		expect(commonDifference([[3, 0, 2, 0]])).toBeNull();
	});
});
