import type { Assignment } from '../assignment';
import type { LearnerResult } from '../collected';
import { countingAttempts } from './ledger-row';
import { knownZone, wallTimeAt } from '../form/zoned-time';

/** A day of the assignment's time zone, and what was complete by its end. */
export interface CompletionDay {
	/** '2026-03-01'. By the learner's clock, but not before the assignment was made nor after it was collected. */
	readonly day: string;
	/** Learners who had every lesson complete. */
	readonly finished: number;
	/** Lessons of learners. */
	readonly lessons: number;
}

const quarter = 15 * 60_000;

/** Counts what was complete by the day; it grows with the days, not with the learners. */
export class CompletionTally {
	readonly #assignment: Assignment;
	/** The day on which a moment is, in the assignment's time zone. */
	readonly dayOf: (at: number) => string;
	readonly #days = new Map<string, { finished: number; lessons: number }>();

	constructor(assignment: Assignment) {
		this.#assignment = assignment;
		this.dayOf = daysIn(assignment.timeZone);
	}

	add(result: LearnerResult): void {
		const { lessons, made } = this.#assignment;
		const ends = lessons.flatMap((lesson) => {
			const first = countingAttempts(result, lesson).find(({ ended }) => ended !== null);
			// By the learner's clock, which anybody can set.
			return first
				? [Math.min(first.received, Math.max(Math.min(made, first.received), first.ended!))]
				: [];
		});
		for (const end of ends) this.#on(end).lessons++;
		if (ends.length && ends.length === lessons.length) this.#on(Math.max(...ends)).finished++;
	}

	/** Days with something in them, and how much was complete by their end. */
	days(): CompletionDay[] {
		let [finished, lessons] = [0, 0];
		return [...this.#days]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([day, more]) => {
				finished += more.finished;
				lessons += more.lessons;
				return { day, finished, lessons };
			});
	}

	#on(at: number) {
		const day = this.dayOf(at);
		const known = this.#days.get(day) ?? { finished: 0, lessons: 0 };
		this.#days.set(day, known);
		return known;
	}
}

/** Dates in a time zone; in UTC where it is not known here. Zones change at quarters of an hour: one look-up serves each. */
function daysIn(timeZone: string): (at: number) => string {
	const zone = knownZone(timeZone);
	const known = new Map<number, string>();
	return (at) => {
		const slot = Math.floor(at / quarter);
		const day = known.get(slot) ?? wallTimeAt(slot * quarter, zone).day;
		known.set(slot, day);
		return day;
	};
}
