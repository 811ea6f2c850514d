import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptRecord, EventRecord, Rules } from './record';
import { exampleRules, logOf } from './examples';
import { exampleQuestion } from './examples';
import { allowedTime, elapsedNow, jumpToExplain, timingOf } from './timing';

const minute = 60_000;
const start = 1_750_000_000_000;

type Beat =
	| number
	| { readonly at: number; readonly elapsed: number }
	| { readonly at: number; readonly away: boolean };

/** An attempt whose records stand at these minutes of the device's clock. */
function at(beats: readonly Beat[]) {
	const log = logOf([exampleQuestion('single')], []);
	const attempt: AttemptRecord = { ...log.attempt, at: start };
	const events = beats.map((beat, index): EventRecord => {
		const minutes = typeof beat === 'number' ? beat : beat.at;
		const stamp = {
			...log.attempt,
			id: `e${index}`,
			sequence: index + 2,
			at: start + minutes * minute
		};
		if (typeof beat === 'object' && 'away' in beat)
			return { ...stamp, type: 'jump-explained', attempt: attempt.id, away: beat.away };
		const elapsed = typeof beat === 'object' ? beat.elapsed * minute : null;
		return {
			...stamp,
			type: 'active',
			lesson: 'cells',
			attempt: attempt.id,
			milliseconds: 0,
			elapsed
		};
	});
	return { ...log, attempt, events };
}

const minutes = (beats: readonly Beat[]) => timingOf(at(beats)).elapsed / minute;

describe('the time of an attempt', () => {
	it.each<[string, readonly Beat[], number, readonly (boolean | null)[]]>([
		['is nothing at its start', [], 0, []],
		['goes on between records', [1, 4, 9], 9, []],
		['counts a gap of ten minutes', [10], 10, []],
		['waits with a longer one until it is explained', [5, 30], 5, [null]],
		['counts a longer one that passed away from it', [5, { at: 30, away: true }], 30, [true]],
		['leaves out one in which the clock was set', [5, { at: 30, away: false }], 5, [false]],
		['counts one that is explained a little later', [5, 30, { at: 31, away: true }], 31, [true]],
		['loses nothing when the clock is set back', [8, 2, 4], 10, []],
		['gives nothing for a clock set back and forth', [8, 2, 8, 2, 8], 20, []],
		['keeps what a steady clock counted meanwhile', [4, { at: 1, elapsed: 7 }, 2], 8, []],
		['is not lowered by what a slower page counted', [6, { at: 7, elapsed: 3 }], 7, []],
		['asks once for each jump', [20, { at: 20, away: true }, 45], 20, [true, null]]
	])('%s', (_title, beats, elapsed, jumps) => {
		const timing = timingOf(at(beats));
		expect(timing.elapsed / minute).toBe(elapsed);
		expect(timing.jumps.map(({ away }) => away)).toEqual(jumps);
	});

	it('tells how often the clock was set back', () => {
		expect(timingOf(at([8, 2, 4, 3])).setBack).toBe(2);
	});

	const anyBeat: fc.Arbitrary<Beat> = fc.oneof(
		fc.integer({ min: -30, max: 90 }),
		fc.record({
			at: fc.integer({ min: -30, max: 90 }),
			elapsed: fc.integer({ min: 0, max: 90 })
		}),
		fc.record({ at: fc.integer({ min: -30, max: 90 }), away: fc.boolean() })
	);

	it('never decreases as records come', () => {
		fc.assert(
			fc.property(fc.array(anyBeat, { maxLength: 20 }), anyBeat, (beats, next) => {
				expect(minutes([...beats, next])).toBeGreaterThanOrEqual(minutes(beats));
			})
		);
	});

	it('does not depend on the order in which records arrive, nor on how often', () => {
		fc.assert(
			fc.property(
				fc.array(anyBeat, { maxLength: 12 }),
				fc.infiniteStream(fc.nat()),
				(beats, by) => {
					const log = at(beats);
					const events = [...log.events, ...log.events]
						.map((event) => ({ event, key: by.next().value }))
						.sort((a, b) => a.key - b.key)
						.map(({ event }) => event);
					expect(timingOf({ ...log, events })).toEqual(timingOf(log));
				}
			)
		);
	});
});

describe('an open page', () => {
	const after = (beats: readonly Beat[]) => timingOf(at(beats));
	const now = (minutes: number) => start + minutes * minute;

	it('goes on by the clock of the device', () => {
		expect(elapsedNow(after([2]), now(5), 0, 0)).toBe(5 * minute);
	});

	it('goes on by its own clock when the other is set back', () => {
		expect(elapsedNow(after([2]), now(-60), 2 * minute, 3 * minute)).toBe(5 * minute);
	});

	it('stands still, and asks, when the clock jumps ahead', () => {
		expect(elapsedNow(after([2]), now(40), 2 * minute, 1000)).toBe(2 * minute);
		expect(jumpToExplain(after([2]), now(40))).toBe(38 * minute);
		expect(jumpToExplain(after([2, { at: 40, away: true }]), now(41))).toBeNull();
		expect(jumpToExplain(after([2, 40]), now(41))).toBe(38 * minute);
		expect(jumpToExplain(after([2]), now(12))).toBeNull();
	});
});

it('allows the limit times the extra-time factor', () => {
	const rules: Rules = { ...exampleRules, timeLimit: 6 * minute, extraTime: 1.5 };
	expect(allowedTime(rules)).toBe(9 * minute);
	expect(allowedTime({ ...rules, timeLimit: null })).toBeNull();
});
