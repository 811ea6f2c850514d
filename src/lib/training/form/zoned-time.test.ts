import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, nextDayOfWeek, offsetAt, wallTimeAt, zonedTime } from './zoned-time';

const iso = (day: string, time: string, zone: string) => {
	const at = zonedTime({ day, time }, zone);
	return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

describe('a time in a zone', () => {
	it.each([
		['2026-11-26', '23:59', 'Asia/Dubai', '2026-11-26T19:59'],
		['2026-07-01', '12:00', 'Europe/Berlin', '2026-07-01T10:00'],
		['2026-12-01', '12:00', 'Europe/Berlin', '2026-12-01T11:00'],
		['2026-01-01', '00:15', 'Asia/Kathmandu', '2025-12-31T18:30'],
		['2026-01-01', '00:00', 'Pacific/Kiritimati', '2025-12-31T10:00'],
		['2026-01-01', '23:59', 'Pacific/Pago_Pago', '2026-01-02T10:59'],
		['2024-02-29', '08:00', 'UTC', '2024-02-29T08:00']
	])('%s %s in %s is %s', (day, time, zone, utc) => {
		expect(iso(day, time, zone)).toBe(utc);
	});

	it('that clocks show twice in autumn is the first of both', () => {
		expect(iso('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30');
		expect(iso('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30');
	});

	it('that clocks leave out in spring is as much later as they jump', () => {
		expect(iso('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30');
		expect(
			wallTimeAt(zonedTime({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')!, 'Europe/Berlin')
		).toEqual({ day: '2026-03-29', time: '03:30' });
		// Cairo's clocks jump at midnight, so that a day begins at one.
		expect(iso('2026-04-24', '00:30', 'Africa/Cairo')).toBe('2026-04-23T22:30');
		expect(iso('2026-04-23', '23:59', 'Africa/Cairo')).toBe('2026-04-23T21:59');
	});

	it('is none for what is no day or no time', () => {
		for (const [day, time] of [
			['2026-02-30', '10:00'],
			['2026-13-01', '10:00'],
			['', '10:00'],
			['2026-01-01', ''],
			['2026-01-01', '24:30'],
			['26-1-1', '9:00']
		])
			expect(iso(day!, time!, 'Asia/Dubai')).toBeNull();
	});

	it('comes back from every moment that is not shown twice', () => {
		const zones = ['Asia/Dubai', 'Europe/London', 'Australia/Lord_Howe', 'America/St_Johns'];
		fc.assert(
			fc.property(
				fc.integer({ min: 26_297_280, max: 35_000_000 }),
				fc.constantFrom(...zones),
				(minute, zone) => {
					const at = minute * 60_000;
					const back = zonedTime(wallTimeAt(at, zone), zone)!;
					// Of two moments that look alike it is the earlier one, an hour before or half.
					expect(wallTimeAt(back, zone)).toEqual(wallTimeAt(at, zone));
					expect([0, 1_800_000, 3_600_000]).toContain(at - back);
				}
			),
			{ numRuns: 200 }
		);
	});
});

describe('a zone', () => {
	it('is known by its name alone', () => {
		expect(['Asia/Dubai', 'UTC', 'America/Argentina/Salta'].map(isTimeZone)).toEqual([
			true,
			true,
			true
		]);
		expect(['', 'Dubai', 'Asia/Nowhere', '+04:00', '<b>'].map(isTimeZone)).toEqual(
			Array(5).fill(false)
		);
	});

	it('has an offset that summer changes', () => {
		expect(offsetAt(Date.UTC(2026, 6, 1), 'Europe/Berlin') / 3_600_000).toBe(2);
		expect(offsetAt(Date.UTC(2026, 11, 1, 0, 0, 17), 'Europe/Berlin') / 3_600_000).toBe(1);
	});
});

describe('next Thursday', () => {
	it.each([
		['2026-11-23T10:00Z', 'Asia/Dubai', '2026-11-26'],
		// It is Thursday there already: the one after.
		['2026-11-25T21:00Z', 'Asia/Dubai', '2026-12-03'],
		['2026-11-25T21:00Z', 'America/New_York', '2026-11-26'],
		['2026-11-27T10:00Z', 'Asia/Dubai', '2026-12-03'],
		['2026-12-31T10:00Z', 'UTC', '2027-01-07']
	])('after %s in %s is %s', (now, zone, day) => {
		expect(nextDayOfWeek(Date.parse(now), zone, 4)).toBe(day);
	});
});
