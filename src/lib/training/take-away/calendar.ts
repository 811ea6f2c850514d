import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Assignment } from '../assignment';

const hour = 3_600_000;

/** What stands in the calendar, in words of the caller. */
export interface CalendarWords {
	readonly summary: string;
	readonly description: string;
	/** The link to open; null for none. */
	readonly url: string | null;
	/** 'Durus' */
	readonly product: string;
}

/**
 * The due date of an assignment as an .ics file (RFC 5545); null without one. The instant is written in UTC, so that every
 * calendar shows it by its own clock; a revision takes the place of the event of an earlier one, and a withdrawn
 * assignment cancels it. A reminder comes a day before.
 */
export function calendarOf(
	assignment: Pick<Assignment, 'id' | 'due' | 'made' | 'revision' | 'withdrawn'>,
	{ summary, description, url, product }: CalendarWords
): string | null {
	const { id, due, made, revision, withdrawn } = assignment;
	if (due === null) return null;
	const calendar = ical({
		prodId: { company: product, product },
		method: withdrawn ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
	});
	const event = calendar.createEvent({
		id,
		sequence: revision,
		stamp: new Date(made),
		// A point in time: an event that takes none. The minute, since some calendars round its end to the next.
		start: new Date(due - (due % 60_000)),
		summary,
		description,
		url,
		status: withdrawn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	});
	if (!withdrawn)
		event.createAlarm({
			type: ICalAlarmType.display,
			trigger: (24 * hour) / 1000,
			description: summary
		});
	return calendar.toString();
}
