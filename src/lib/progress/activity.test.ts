import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeDays, dayAfter, streakOf, type DayOf } from './activity';
import type { Step } from './examples';
import { historyOf, start, type Line } from './examples-of-histories';

/** The calendar of a place, as the platform has it. */
const dayIn = (timeZone: string): DayOf => {
	const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
	return (at) => format.format(at);
};
const dayAt = (time: string) => (Date.parse(time) - start) / (24 * 60 * 60_000);
const right: Step = { earned: 1, possible: 1 };
const wrong: Step = { earned: 0, possible: 1 };
const begin: Line = { at: dayAt('2026-03-01T10:00Z'), begin: 'a', paper: ['size-1', 'size-2'] };
const step = (question: string, step: Step, time?: string): Line => ({
	in: 'a',
	question,
	step,
	...(time ? { at: dayAt(time) } : {})
});
const active = (time: string, milliseconds: number): Line => ({
	at: dayAt(time),
	happened: { type: 'active', lesson: 'cells', attempt: null, milliseconds, elapsed: null }
});
const opened = (time: string): Line => ({
	at: dayAt(time),
	happened: { type: 'section-opened', lesson: 'cells', section: 'one' }
});
const told = (lines: readonly Line[], zone = 'UTC') =>
	activeDays(historyOf(lines), dayIn(zone)).map(
		({ day, minutes, answers }) => `${day} ${minutes} min ${answers}`
	);

describe('days of activity', () => {
	it.each<[string, readonly Line[], readonly string[]]>([
		['none at first', [], []],
		['an attempt that was only begun makes a day', [begin], ['2026-03-01 0 min 0']],
		['so does a section that was opened', [opened('2026-03-01T10:00Z')], ['2026-03-01 0 min 0']],
		[
			'minutes add up',
			[active('2026-03-01T10:00Z', 60_000), active('2026-03-01T22:00Z', 30_000)],
			['2026-03-01 1.5 min 0']
		],
		[
			'days stand in their order, whatever came first',
			[opened('2026-03-02T10:00Z'), opened('2026-02-28T10:00Z')],
			['2026-02-28 0 min 0', '2026-03-02 0 min 0']
		],
		[
			'three tries at one question are one question tried',
			[begin, step('size-1', wrong), step('size-1', wrong), step('size-1', right)],
			['2026-03-01 0 min 1']
		],
		[
			'two questions are two',
			[begin, step('size-1', wrong), step('size-2', right)],
			['2026-03-01 0 min 2']
		],
		[
			'one that is tried on two days is tried on both',
			[begin, step('size-1', wrong), step('size-1', right, '2026-03-02T10:00Z')],
			['2026-03-01 0 min 1', '2026-03-02 0 min 1']
		],
		[
			'what is gone over again is work, too',
			[
				begin,
				{ end: 'a' },
				{ begin: 'b', redoOf: 'a', paper: ['size-1'] },
				{ in: 'b', question: 'size-1', step: right }
			],
			['2026-03-01 0 min 1']
		],
		['a shown answer is no try', [begin, step('size-1', 'answer-shown')], ['2026-03-01 0 min 0']],
		[
			'marking again is not the learner’s doing',
			[
				begin,
				step('size-1', wrong),
				{ end: 'a' },
				step('size-1', { remarked: 1 }, '2026-05-01T10:00Z')
			],
			['2026-03-01 0 min 1']
		]
	])('%s', (_reason, lines, expected) => {
		expect(told(lines)).toEqual(expected);
	});

	it.each([
		['UTC', '2026-03-01T22:30Z', '2026-03-01'],
		['Asia/Riyadh', '2026-03-01T22:30Z', '2026-03-02'],
		['America/Los_Angeles', '2026-03-01T07:59Z', '2026-02-28'],
		['Asia/Kathmandu', '2026-03-01T18:14Z', '2026-03-01'],
		['Asia/Kathmandu', '2026-03-01T18:15Z', '2026-03-02'],
		// The clocks go forward on that day at midnight: it has no hour from 0 to 1.
		['Africa/Cairo', '2026-04-23T21:59Z', '2026-04-23'],
		['Africa/Cairo', '2026-04-23T22:00Z', '2026-04-24']
	])('are those of the learner’s calendar: in %s, %s is %s', (zone, time, day) => {
		expect(told([opened(time)], zone)).toEqual([`${day} 0 min 0`]);
	});

	it('are looked up less often, with the same result in every time zone', () => {
		const zone = fc.constantFrom(
			'Asia/Kathmandu',
			'America/St_Johns',
			'Africa/Cairo',
			'Pacific/Chatham',
			'Asia/Riyadh'
		);
		// Of two days, so that some meet in the hour in which a day begins.
		const minutes = fc.array(fc.integer({ min: 0, max: 2 * 24 * 60 }), {
			minLength: 1,
			maxLength: 60,
			size: 'max'
		});
		fc.assert(
			fc.property(zone, minutes, (zone, minutes) => {
				const dayOf = dayIn(zone);
				const history = historyOf(
					minutes.map((minute) => ({
						...active('2026-04-22T00:00Z', 60_000),
						at: dayAt('2026-04-22T00:00Z') + minute / 1440
					}))
				);
				const expected: Record<string, number> = {};
				for (const { at } of history.events) {
					const day = dayOf(at);
					expected[day] = (expected[day] ?? 0) + 1;
				}
				const days = activeDays(history, dayOf);
				expect(Object.fromEntries(days.map(({ day, minutes }) => [day, minutes]))).toEqual(
					expected
				);
			}),
			{ numRuns: 30 }
		);
	});
});

describe('days in a row', () => {
	it.each<[string, readonly string[], number]>([
		['none without any', [], 0],
		['today alone is one', ['2026-03-02'], 1],
		['a day that has only begun does not end it', ['2026-02-28', '2026-03-01'], 2],
		['a day left out does', ['2026-02-27', '2026-02-28'], 0],
		[
			'they are counted back to the first gap',
			['2026-02-26', '2026-02-28', '2026-03-01', '2026-03-02'],
			3
		],
		[
			'they go on over months and years',
			Array.from({ length: 100 }, (_, days) => dayAfter('2026-03-02', -days)),
			100
		],
		['a day of a clock that ran ahead is none of them', ['2027-01-01', '2026-03-02'], 1]
	])('%s', (_reason, days, streak) => {
		expect(
			streakOf(
				days.map((day) => ({ day })),
				'2026-03-02'
			)
		).toBe(streak);
	});

	it.each([
		['2026-03-01', -1, '2026-02-28'],
		['2028-02-28', 1, '2028-02-29'],
		['2026-12-31', 1, '2027-01-01'],
		['2026-03-29', 1, '2026-03-30'],
		['2026-03-29', 0, '2026-03-29']
	])('%s and %i days is %s', (day, days, expected) => {
		expect(dayAfter(day, days)).toBe(expected);
	});
});
