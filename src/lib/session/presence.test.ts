import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPresence, idleTime, isUncertain, watchPresence } from './presence';

const minute = 60_000;
let stop = () => {};
beforeEach(() => {
	vi.useFakeTimers({ now: 1_780_000_000_000 });
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	stop();
	vi.useRealTimers();
});

describe('who is there is uncertain', () => {
	it.each([
		['at the first visit', null, true, true],
		['in a new tab after a minute', minute, true, true],
		['not in a new tab opened by who is there', 1000, true, false],
		['not on a page of a visit', minute, false, false],
		['after fifteen minutes', idleTime, false, true],
		['when the clock was set back', -minute, false, true]
	])('%s', (_, passed, newTab, uncertain) => {
		const at = 1_780_000_000_000;
		expect(isUncertain(at, passed === null ? null : at - passed, newTab)).toBe(uncertain);
	});
});

/** A page of a visit that goes on. */
function visiting() {
	const asked = vi.fn();
	let presence = watchPresence(() => {});
	presence.confirm();
	presence.stop();
	presence = watchPresence(asked);
	stop = presence.stop;
	return { asked, presence };
}

describe('watching', () => {
	it('asks at the start of a visit, and on no page after it', () => {
		const asked = vi.fn();
		const presence = watchPresence(asked);
		expect(asked).toHaveBeenCalledOnce();
		presence.confirm();
		presence.stop();
		expect(visiting().asked).not.toHaveBeenCalled();
	});

	it('asks once after fifteen minutes without a sign, and again after the next', () => {
		const { asked, presence } = visiting();
		vi.advanceTimersByTime(14 * minute);
		dispatchEvent(new Event('keydown'));
		vi.advanceTimersByTime(14 * minute);
		expect(asked).not.toHaveBeenCalled();
		vi.advanceTimersByTime(2 * minute);
		expect(asked).toHaveBeenCalledOnce();
		presence.confirm();
		vi.advanceTimersByTime(16 * minute);
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it('asks before the first sign after a sleep is taken for one', () => {
		const { asked } = visiting();
		vi.setSystemTime(Date.now() + 20 * minute);
		dispatchEvent(new Event('pointerdown'));
		expect(asked).toHaveBeenCalledOnce();
	});

	it('asks on the next page after somebody was erased', () => {
		visiting();
		forgetPresence();
		const asked = vi.fn();
		watchPresence(asked).stop();
		expect(asked).toHaveBeenCalledOnce();
	});
});
