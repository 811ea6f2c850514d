import { keep, kept } from './device';
import { isMarked, setMark } from './visit';

/** After so long without a sign of life it may be somebody else, in milliseconds. */
export const idleTime = 15 * 60_000;
/** A new tab is opened by whoever was there so short a time ago. */
const moment = 30_000;
/** Signs of life are written down this often. */
const pause = 10_000;
const look = 5_000;

const signs = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/** Whether it has to be asked who is there: at the start of a visit, and after a pause that another tab saw too. */
export function isUncertain(at: number, last: number | null, newTab: boolean): boolean {
	const passed = last === null ? Infinity : at - last;
	// A clock that was set back says nothing.
	return passed >= (newTab ? moment : idleTime) || passed < 0;
}

const lastSign = (): number | null => {
	const { at } = kept('presence');
	return typeof at === 'number' ? at : null;
};

/** The next page asks who is there, where several learn. */
export function forgetPresence(): void {
	keep('presence', {});
	setMark('visit', false);
}

/** Whether a visit begins with this page. */
function visit(): boolean {
	const begins = isMarked('visit') === false;
	// Without marks every page is one of a visit that goes on, and the fifteen minutes are asked about.
	return setMark('visit', true) && begins;
}

/**
 * Calls back when it is not certain who is at the device: now, if a visit begins, and whenever fifteen minutes went by
 * without a sign of life in any tab. `confirm` says that it is certain again.
 */
export function watchPresence(onuncertain: () => void, now: () => number = Date.now) {
	let written = -Infinity;
	let asked = false;
	const ask = (newTab: boolean) => {
		if (asked || !isUncertain(now(), lastSign(), newTab)) return;
		asked = true;
		onuncertain();
	};
	const write = () => {
		written = now();
		keep('presence', { at: written });
	};
	const sign = () => {
		// Before the first sign after a pause is taken for one.
		ask(false);
		if (!asked && Math.abs(now() - written) >= pause) write();
	};
	ask(visit());
	if (!asked) write();
	const timer = setInterval(() => ask(false), look);
	for (const event of signs) addEventListener(event, sign, { passive: true, capture: true });
	return {
		confirm() {
			asked = false;
			write();
		},
		stop() {
			clearInterval(timer);
			for (const event of signs) removeEventListener(event, sign, { capture: true });
		}
	};
}
