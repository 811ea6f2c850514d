import { answersIn } from './answers';
import type { History } from './record';
import { leftToday } from './review-queue';
import { dueUntil, scheduleOf, type ScheduledObjective } from './review-schedule';

/** The learner's day, in milliseconds since 1970. */
export interface Day {
	readonly begin: number;
	readonly end: number;
}

export interface DueToday {
	/** What is due by the end of the day, in the order of review. */
	readonly due: readonly ScheduledObjective[];
	/** How many of them today's review still asks about. */
	readonly questions: number;
	/** When the next objective is due that is not due today, in milliseconds since 1970; null for none. */
	readonly next: number | null;
}

/** A lesson as it is now; without objectives any of it is taken for one that there is. */
export interface AskedLesson {
	readonly id: string;
	readonly objectives?: readonly { readonly id: string }[];
}

/**
 * Records => what today's review has. `lessons`: those that there are; what was asked of others, or of objectives that
 * they no longer have, is left out.
 */
export function dueToday(history: History, day: Day, lessons: readonly AskedLesson[]): DueToday {
	const objectives = new Map(
		lessons.map(({ id, objectives }) => [id, objectives && new Set(objectives.map(({ id }) => id))])
	);
	const answers = answersIn(history);
	const schedule = scheduleOf(answers, day.end).filter(
		({ lesson, objective }) =>
			objectives.has(lesson) && (objectives.get(lesson)?.has(objective) ?? true)
	);
	const due = dueUntil(schedule, day.end);
	const later = schedule.flatMap(({ due }) => (due > day.end ? [due] : []));
	return {
		due,
		questions: leftToday(due.length, answers, day.begin, day.end),
		next: later.length ? Math.min(...later) : null
	};
}
