import type { Text } from '#lib/base/locale';
import { newDraft, type Draft } from '#lib/training/form/draft';
import { nextDayOfWeek, zonedTime } from '#lib/training/form/zoned-time';

interface Module {
	readonly id: string;
	readonly title: Text;
	readonly lessons: readonly { readonly id: string }[];
}

/** A module as a test, due on the next Thursday. */
export interface Suggestion {
	readonly module: Module;
	readonly due: number;
	readonly timeZone: string;
}

/** The time zone of this browser, by its IANA name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** All zones that this browser knows; of an older one its own alone. */
export const zones = (): readonly string[] =>
	typeof Intl.supportedValuesOf === 'function'
		? [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
		: [ownZone(), 'UTC'];

const thursday = 4;
const lastMinute = '23:59';

/** What can be assigned with one press: each module, due on the next Thursday at 23:59 in that zone. */
export function suggestionsOf(
	modules: readonly Module[],
	now: number,
	timeZone: string = ownZone()
): readonly Suggestion[] {
	const day = nextDayOfWeek(now, timeZone, thursday);
	const due = zonedTime({ day, time: lastMinute }, timeZone)!;
	return modules.map((module) => ({ module, due, timeZone }));
}

/** The form at first, filled in with a module where one was suggested. `title` is what the module is called. */
export function suggestedDraft(
	{ passMark, trainerName, now }: { passMark: number; trainerName: string; now: number },
	module: Module | null,
	title: string
): Draft {
	const timeZone = ownZone();
	if (!module) return newDraft(passMark, timeZone, trainerName);
	return newDraft(passMark, timeZone, trainerName, {
		title,
		lessons: module.lessons.map(({ id }) => id),
		dueDay: nextDayOfWeek(now, timeZone, thursday),
		dueTime: lastMinute
	});
}
