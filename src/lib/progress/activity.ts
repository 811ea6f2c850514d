import { groupedBy } from '#lib/base/grouped';
import type { History } from './record';

/** What was done on one day of the learner's calendar. */
export interface ActiveDay {
	/** '2026-11-23' */
	readonly day: string;
	readonly minutes: number;
	/** Questions tried. */
	readonly answers: number;
}

/** A time in milliseconds => the day it is where the learner is, as '2026-11-23'. */
export type DayOf = (at: number) => string;

/** Days on which something was done, oldest first. Minutes are those in which a page was in view and used. */
export function activeDays(history: History, dayOf: DayOf): ActiveDay[] {
	const records = [
		...history.attempts,
		...history.responses,
		...history.submissions,
		...history.events
	].map((record) => ({ record, day: dayOf(record.at) }));
	return [...groupedBy(records, ({ day }) => day)]
		.map(([day, list]) => {
			const unique = new Map(list.map(({ record }) => [record.id, record]));
			let milliseconds = 0;
			let answers = 0;
			for (const record of unique.values()) {
				if ('type' in record) milliseconds += record.type === 'active' ? record.milliseconds : 0;
				else if ('kindVersion' in record) answers++;
			}
			return { day, minutes: milliseconds / 60_000, answers };
		})
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** ('2026-03-01', -1) => '2026-02-28' */
export const dayAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

/** Days in a row up to today; a day that has only begun does not end it. */
export function streakOf(days: readonly { readonly day: string }[], today: string): number {
	const active = new Set(days.map(({ day }) => day));
	let day = active.has(today) ? today : dayAfter(today, -1);
	let streak = 0;
	for (; active.has(day); day = dayAfter(day, -1)) streak++;
	return streak;
}
