import { dayAfter, type ActiveDay } from './activity';

export interface WeekDay extends ActiveDay {
	/** Something was done. */
	readonly active: boolean;
}

/** Monday to Sunday. */
export interface Week {
	/** Its Monday, as '2026-11-23'. */
	readonly begin: string;
	/** From Monday on, as far as they have come. */
	readonly days: readonly WeekDay[];
	readonly minutes: number;
	/** On how many days something was done. */
	readonly active: number;
}

/** '2026-11-26' => '2026-11-23': the Monday of its week. */
export const mondayOf = (day: string): string =>
	dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Active days => the last `count` weeks, oldest first; the last one is today's. */
export function lastWeeks(days: readonly ActiveDay[], today: string, count: number): Week[] {
	const known = new Map(days.map((day) => [day.day, day]));
	const last = mondayOf(today);
	return Array.from({ length: count }, (_, index): Week => {
		const begin = dayAfter(last, (index - count + 1) * 7);
		const week = Array.from({ length: 7 }, (_, weekday) => dayAfter(begin, weekday))
			.filter((day) => day <= today)
			.map((day): WeekDay => {
				const done = known.get(day);
				return { ...(done ?? { day, minutes: 0, answers: 0 }), active: done !== undefined };
			});
		return {
			begin,
			days: week,
			minutes: week.reduce((sum, { minutes }) => sum + minutes, 0),
			active: week.filter(({ active }) => active).length
		};
	});
}
