import { inSequence, type AttemptLog, type Rules } from './record';

/** A clock that ran further ahead than this between two records is asked about, in milliseconds. */
export const longestGap = 10 * 60_000;

/** The time of an attempt, as its records tell it. */
export interface Timing {
	/** Milliseconds that count; more records never make it less. */
	readonly elapsed: number;
	/** Of the newest record, by the device's clock. */
	readonly last: number;
	/** How far the clock jumped ahead, each time; `away`: the time passed (true), the clock was set (false), not yet said (null). */
	readonly jumps: readonly { readonly by: number; readonly away: boolean | null }[];
	/** How often the clock was found set back. */
	readonly setBack: number;
}

/** What timing is told from: what is kept for good. Drafts are written over, and would take time with them. */
type Log = Pick<AttemptLog, 'attempt' | 'responses' | 'submissions' | 'events'>;

/**
 * The log of an attempt => its time. Time between two records counts as the device's clock has it: none where the clock
 * was set back, and none where it jumped ahead by more than ten minutes until the learner says that the time passed.
 * An open page also keeps time by a clock that nobody can set (`elapsed` of its `active` records); the more counts.
 */
export function timingOf({ attempt, responses, submissions, events }: Log): Timing {
	let elapsed = 0;
	let setBack = 0;
	let last = attempt.at;
	const jumps: { by: number; away: boolean | null }[] = [];
	const records = inSequence([...responses, ...submissions, ...events]);
	for (const record of records) {
		const gap = record.at - last;
		last = record.at;
		const explained = 'type' in record && record.type === 'jump-explained' ? record : null;
		if (gap < 0) setBack++;
		else if (gap > longestGap) jumps.push({ by: gap, away: null });
		else elapsed += gap;
		const open = jumps.findLast(({ away }) => away === null);
		if (explained && open) {
			open.away = explained.away;
			if (explained.away) elapsed += open.by;
		}
		if ('type' in record && record.type === 'active' && record.elapsed !== null)
			elapsed = Math.max(elapsed, record.elapsed);
	}
	return { elapsed, last, jumps, setBack };
}

/** Milliseconds that an attempt may take, extra time in it; null for any. */
export const allowedTime = ({ timeLimit, extraTime }: Rules): number | null =>
	timeLimit === null ? null : timeLimit * extraTime;

/** How far the clock jumped since the newest record, or before it without a word; null where there is nothing to ask. */
export function jumpToExplain({ last, jumps }: Timing, now: number): number | null {
	const gap = now - last;
	if (gap > longestGap) return gap;
	return jumps.findLast(({ away }) => away === null)?.by ?? null;
}

/**
 * Time of an open page: at least what stood, moved on by a steady clock (`passed` milliseconds since), and at least what
 * the records and the device's clock say. It stands still while a jump waits for a word.
 */
export function elapsedNow(timing: Timing, now: number, stood: number, passed: number): number {
	if (jumpToExplain(timing, now) !== null) return Math.max(stood, timing.elapsed);
	return Math.max(stood + passed, timing.elapsed + Math.max(0, now - timing.last));
}
