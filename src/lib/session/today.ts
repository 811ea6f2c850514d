import type { Day } from '#lib/progress/due-today';

/** The day it is where the device is. */
export function today(now: number = Date.now()): Day {
	const begin = new Date(now);
	begin.setHours(0, 0, 0, 0);
	const end = new Date(begin);
	end.setDate(end.getDate() + 1);
	return { begin: begin.getTime(), end: end.getTime() - 1 };
}

/** A time in milliseconds => its day where the device is, as '2026-11-23'. */
export function dayOf(at: number): string {
	const date = new Date(at);
	const two = (number: number) => String(number).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
