import type { AttemptLog } from '#lib/progress/record';
import {
	allowedTime,
	elapsedNow,
	jumpToExplain,
	timingOf,
	type Timing
} from '#lib/progress/timing';

/** An open page says this often how much time went by, in milliseconds. */
const beat = 60_000;
const second = 1000;
const minute = 60_000;

export interface ClockContext {
	/** The attempt as it stands; read anew at each tick. */
	readonly log: () => AttemptLog;
	/** The device's clock, in milliseconds since 1970; anybody can set it. */
	readonly now: () => number;
	/** A clock that only goes forward, in milliseconds. */
	readonly steady: () => number;
	/** Keeps how much time went by. */
	readonly onbeat: (elapsed: number) => void;
	/** The time is up. Called once. */
	readonly onup: () => void;
}

/** The clock of a timed attempt, as one page shows it. */
export class AttemptClock {
	/** Milliseconds left, in whole seconds; null where there is no limit. */
	left = $state<number | null>(null);
	/** What is to be said now: five minutes or one are left. */
	announced = $state<5 | 1 | null>(null);
	/** The device's clock jumped ahead by this many milliseconds: did the time pass? */
	jump = $state<number | null>(null);

	readonly #context: ClockContext;
	readonly #allowed: number | null;
	#elapsed = 0;
	#steady: number;
	#sinceBeat = 0;
	#timer: ReturnType<typeof setInterval> | null = null;
	#of: { log: AttemptLog; timing: Timing } | null = null;

	constructor(context: ClockContext) {
		this.#context = context;
		this.#allowed = allowedTime(context.log().attempt.rules);
		this.#steady = context.steady();
		if (this.#allowed === null) return;
		this.#tick();
		// What went by before this page is kept at once: a later jump of the clock is measured from here.
		if (this.jump === null && this.#elapsed > 0 && this.left) context.onbeat(this.#elapsed);
		this.#timer = setInterval(() => this.#tick(), second);
	}

	/** Milliseconds that have gone by; null where no time limit runs. */
	get elapsed(): number | null {
		return this.#allowed === null ? null : this.#elapsed;
	}

	/** Looks again, after the learner explained a jump. */
	look(): void {
		if (this.#timer !== null) this.#tick();
	}

	stop(): void {
		if (this.#timer !== null) clearInterval(this.#timer);
		this.#timer = null;
	}

	#tick(): void {
		const { now, steady, onbeat, onup } = this.#context;
		const timing = this.#timing();
		const before = this.#steady;
		this.#steady = steady();
		const passed = Math.max(0, this.#steady - before);
		this.jump = jumpToExplain(timing, now());
		this.#elapsed = elapsedNow(timing, now(), this.#elapsed, passed);
		const left = Math.max(0, this.#allowed! - this.#elapsed);
		this.left = Math.ceil(left / second) * second;
		this.#announce(left);
		if (this.jump !== null) return;
		this.#sinceBeat += passed;
		if (this.#sinceBeat >= beat) {
			this.#sinceBeat = 0;
			onbeat(this.#elapsed);
		}
		if (left > 0) return;
		this.stop();
		onup();
	}

	/** Said once each, and not at the start of a time limit that is no longer than that. */
	#announce(left: number): void {
		for (const minutes of [5, 1] as const)
			if (left <= minutes * minute && this.#allowed! > minutes * minute) this.announced = minutes;
	}

	/** Folded again only when the log changed. */
	#timing(): Timing {
		const log = this.#context.log();
		if (this.#of?.log !== log) this.#of = { log, timing: timingOf(log) };
		return this.#of.timing;
	}
}
