import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import { inSequence, type AttemptRecord, type History, type SubmissionRecord } from './record';

/** A lesson as a standing needs it. */
export interface LessonOutline {
	readonly id: string;
	readonly sections: readonly { readonly id: string }[];
}

/** Where a learner stands in a lesson. */
export interface LessonStanding {
	readonly status: 'not-started' | 'reading' | 'read' | 'tried' | 'passed';
	/** Share of the sections that were read, 0 to 1. */
	readonly read: number;
	/** What a picture of it shows, 0 to 1: the best score, or before the first attempt the share read. */
	readonly share: number;
	/** The section that was opened last, if it is still there. */
	readonly section: string | null;
	/** Best score of a complete attempt. */
	readonly best: Score | null;
	readonly attempts: number;
	/** The newest attempt, while it is not submitted; one that was left for a newer one is under way no more. */
	readonly open: AttemptRecord | null;
	/** The highest sequence of anything done in it or in its quiz; 0 for nothing. */
	readonly latest: number;
}

/** Records => where the learner stands in a lesson. */
export function standingIn(lesson: LessonOutline, history: History): LessonStanding {
	const all = inSequence(history.attempts.filter((attempt) => attempt.lesson === lesson.id));
	const attempts = all.filter(({ redoOf }) => redoOf === null);
	const ends = firstEnds(history.submissions);
	const scores = attempts.flatMap(({ id }) => ends.get(id) ?? []);
	const events = inSequence(
		history.events.filter((event) => 'lesson' in event && event.lesson === lesson.id)
	);
	const readIds = new Set(
		events.flatMap((event) => (event.type === 'section-read' ? [event.section] : []))
	);
	const known = lesson.sections.filter(({ id }) => readIds.has(id)).length;
	const read = lesson.sections.length ? known / lesson.sections.length : 0;
	const opened = events.findLast(
		(event) =>
			event.type === 'section-opened' && lesson.sections.some(({ id }) => id === event.section)
	);
	const best = scores.reduce<Score | null>(
		(best, score) => (!best || shareOf(score) > shareOf(best) ? score : best),
		null
	);
	const newest = all.at(-1);
	return {
		status: scores.some(({ passed }) => passed)
			? 'passed'
			: best
				? 'tried'
				: read === 1
					? 'read'
					: read > 0 || opened
						? 'reading'
						: 'not-started',
		read,
		share: best ? shareOf(best) : read,
		section: opened?.type === 'section-opened' ? opened.section : null,
		best: best && { earned: best.earned, possible: best.possible },
		attempts: attempts.length,
		open: newest && !ends.has(newest.id) ? newest : null,
		latest: newestTrace(new Set(all.map(({ id }) => id)), [...events, ...all], history)
	};
}

/** The end of each attempt: the first, where two devices ended it. */
function firstEnds(submissions: readonly SubmissionRecord[]): Map<string, SubmissionRecord> {
	const ends = new Map<string, SubmissionRecord>();
	for (const submission of inSequence(submissions))
		if (!ends.has(submission.attempt)) ends.set(submission.attempt, submission);
	return ends;
}

/** The highest sequence of these records and of all that belongs to these attempts; 0 for none. */
function newestTrace(
	attempts: ReadonlySet<string>,
	records: readonly { readonly sequence: number }[],
	{ responses, submissions, events }: History
): number {
	const within = [...responses, ...submissions, ...events].filter(
		(record) => 'attempt' in record && attempts.has(record.attempt)
	);
	return [...records, ...within].reduce((latest, { sequence }) => Math.max(latest, sequence), 0);
}

/** Where to go on: the lesson with the newest trace that is not passed, else the first not passed; null when all are. */
export function nextLesson<L extends LessonOutline>(
	lessons: readonly L[],
	history: History
): { lesson: L; standing: LessonStanding } | null {
	const open = lessons
		.map((lesson) => ({ lesson, standing: standingIn(lesson, history) }))
		.filter(({ standing }) => standing.status !== 'passed' || standing.open);
	return (
		open.reduce<(typeof open)[number] | null>(
			(newest, entry) => (entry.standing.latest > (newest?.standing.latest ?? 0) ? entry : newest),
			null
		) ??
		open[0] ??
		null
	);
}
