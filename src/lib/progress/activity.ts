import type { History } from './record';

/** What was done on one day of the learner's calendar. */
export interface ActiveDay {
	/** '2026-11-23' */
	readonly day: string;
	readonly minutes: number;
	/** Questions tried, each once for each attempt. */
	readonly answers: number;
}

/** A time in milliseconds => the day it is where the learner is, as '2026-11-23'. */
export type DayOf = (at: number) => string;

/** Days begin on a quarter of an hour in every time zone, so a day is looked up once for each. */
const quarter = 15 * 60_000;

interface Work {
	milliseconds: number;
	readonly tried: Set<string>;
}

/**
 * Days on which the learner did something, oldest first. Minutes are those in which a page was in view and used. Marking
 * again is the device's doing.
 */
export function activeDays(history: History, dayOf: DayOf): ActiveDay[] {
	const days = new Map<string, Work>();
	const quarters = new Map<number, Work>();
	const dayAt = (at: number): Work => {
		const part = Math.floor(at / quarter);
		const known = quarters.get(part);
		if (known) return known;
		const name = dayOf(at);
		const day = days.get(name) ?? { milliseconds: 0, tried: new Set() };
		days.set(name, day);
		quarters.set(part, day);
		return day;
	};
	for (const { at } of [...history.attempts, ...history.submissions]) dayAt(at);
	for (const { at, attempt, question } of history.responses)
		dayAt(at).tried.add(`${attempt} ${question}`);
	const counted = new Set<string>();
	for (const event of history.events) {
		if (event.type === 'remarked') continue;
		const day = dayAt(event.at);
		if (event.type !== 'active' || counted.has(event.id)) continue;
		counted.add(event.id);
		day.milliseconds += event.milliseconds;
	}
	return [...days]
		.map(([day, { milliseconds, tried }]) => ({
			day,
			minutes: milliseconds / 60_000,
			answers: tried.size
		}))
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
