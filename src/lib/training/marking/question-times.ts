import { inSequence, type AttemptLog } from '#lib/progress/record';
import { longestGap } from '#lib/progress/timing';

/**
 * Milliseconds with each question open. Time between two records counts for the question that was opened last, as it does
 * for the attempt (see `timingOf`): none where the clock was set back or jumped ahead.
 */
export function questionTimes({
	attempt,
	responses,
	submissions,
	events
}: Pick<AttemptLog, 'attempt' | 'responses' | 'submissions' | 'events'>): Map<string, number> {
	const times = new Map<string, number>();
	let open: string | null = null;
	let last = attempt.at;
	for (const record of inSequence([...responses, ...submissions, ...events])) {
		const gap = record.at - last;
		last = record.at;
		if (open !== null && gap > 0 && gap <= longestGap)
			times.set(open, (times.get(open) ?? 0) + gap);
		if ('type' in record && record.type === 'question-opened') open = record.question;
	}
	return times;
}
