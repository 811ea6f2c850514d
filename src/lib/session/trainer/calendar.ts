import type { Assignment } from '#lib/training/assignment';
import { offerFile } from '../download';
import { fileNameOf } from './file-name';

/** Hands the due date to the browser as an .ics file; nothing where there is none. */
export async function downloadCalendar(
	assignment: Assignment,
	words: { readonly summary: string; readonly link: string; readonly product: string }
): Promise<void> {
	const { calendarOf } = await import('#lib/training/take-away/calendar');
	const { summary, link, product } = words;
	const text = calendarOf(assignment, {
		summary,
		product,
		description: assignment.message ? `${assignment.message}\n\n${link}` : link,
		url: link
	});
	if (text) offerFile(`${fileNameOf(assignment.title)}.ics`, text, 'text/calendar');
}
