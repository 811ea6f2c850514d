import { describe, expect, it } from 'vitest';
import { lastWeeks, mondayOf } from './weeks';

describe('the weeks of a learner', () => {
	it.each([
		['2026-11-23', '2026-11-23'],
		['2026-11-29', '2026-11-23'],
		['2026-11-30', '2026-11-30'],
		['2026-03-01', '2026-02-23'],
		['2025-01-01', '2024-12-30']
	])('begin on a Monday: that of %s is %s', (day, monday) => {
		expect(mondayOf(day)).toBe(monday);
	});

	it('end today: days to come are not in them', () => {
		const weeks = lastWeeks([], '2026-11-25', 3);
		expect(weeks.map(({ begin, days }) => [begin, days.length])).toEqual([
			['2026-11-09', 7],
			['2026-11-16', 7],
			['2026-11-23', 3]
		]);
		expect(weeks.at(-1)!.days.at(-1)!.day).toBe('2026-11-25');
	});

	it('sum up the minutes and the days on which something was done, of their own days alone', () => {
		const weeks = lastWeeks(
			[
				{ day: '2026-11-08', minutes: 50, answers: 9 },
				{ day: '2026-11-15', minutes: 0, answers: 1 },
				{ day: '2026-11-16', minutes: 12.5, answers: 8 },
				{ day: '2026-11-22', minutes: 7.5, answers: 0 }
			],
			'2026-11-22',
			2
		);
		expect(weeks.map(({ minutes, active }) => [minutes, active])).toEqual([
			[0, 1],
			[20, 2]
		]);
		expect(weeks[1]!.days.map(({ active }) => active)).toEqual([
			true,
			false,
			false,
			false,
			false,
			false,
			true
		]);
	});
});
