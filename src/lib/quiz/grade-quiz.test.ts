import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPassed, quizScore, shareOf } from './grade-quiz';

describe('the score of a quiz', () => {
	it.each([
		['is nothing of nothing without questions', [], 0, 0],
		['gives nothing for what was not answered', [null, null], 0, 2],
		[
			'gives each question one point, however many parts it has',
			[
				{ earned: 3, possible: 4 },
				{ earned: 1, possible: 1 }
			],
			1.75,
			2
		],
		[
			'adds what was answered and what was not',
			[{ earned: 1, possible: 1 }, null, { earned: 0, possible: 3 }],
			1,
			3
		],
		['gives nothing for a mark of nothing', [{ earned: 0, possible: 0 }], 0, 1]
	])('%s', (_title, given, earned, possible) => {
		expect(quizScore(given)).toEqual({ earned, possible });
	});

	it('lies between nothing and all, and does not depend on the order', () => {
		const mark = fc
			.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }))
			.map(([earned, possible]) => ({ earned: Math.min(earned, possible), possible }));
		fc.assert(
			fc.property(fc.array(fc.option(mark)), (given) => {
				const { earned, possible } = quizScore(given);
				expect(possible).toBe(given.length);
				expect(earned).toBeGreaterThanOrEqual(0);
				expect(earned).toBeLessThanOrEqual(possible + 1e-9);
				expect(quizScore([...given].reverse()).earned).toBeCloseTo(earned);
			})
		);
	});
});

describe('passing', () => {
	it.each([
		[6, 8, 0.75, true],
		[5.99, 8, 0.75, false],
		[0, 8, 0, true],
		[0, 0, 0.7, false],
		[8, 8, 1, true]
	])('%d of %d at %d: %s', (earned, possible, passMark, passed) => {
		expect(isPassed({ earned, possible }, passMark)).toBe(passed);
	});

	it.each([3, 6, 7, 9])('loses no point to rounding: all of %d parts, one at a time', (parts) => {
		// 1/3 + 1/3 + 1/3 can come to a little less than 1.
		const { earned } = quizScore(
			Array.from({ length: parts }, () => ({ earned: 1, possible: parts }))
		);
		expect(isPassed({ earned, possible: 1 }, 1)).toBe(true);
	});

	it('has a share of 0 where there is nothing to earn', () => {
		expect([shareOf({ earned: 0, possible: 0 }), shareOf({ earned: 3, possible: 4 })]).toEqual([
			0, 0.75
		]);
	});
});
