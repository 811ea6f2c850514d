import type { Assignment } from '#lib/training/assignment';
import { knownZone } from '#lib/training/form/zoned-time';

/** What a reminder says, for a message with both languages in it. */
export interface ReminderValues extends Record<string, string> {
	readonly title: string;
	readonly link: string;
	/** The due date in English and in Arabic; empty where there is none. */
	readonly date: string;
	readonly dateAr: string;
}

/** The parts of a reminder; `show` writes a moment in a language, by the clocks of a zone. */
export const reminderValues = (
	{ title, due, timeZone }: Assignment,
	link: string,
	show: (at: number, locale: 'en' | 'ar', zone: string) => string
): ReminderValues => {
	const zone = knownZone(timeZone);
	const said = (locale: 'en' | 'ar') =>
		due === null ? '' : `${show(due, locale, zone)} (${zone})`;
	return { title, link, date: said('en'), dateAr: said('ar') };
};
