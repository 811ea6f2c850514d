import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import { inSequence, type AttemptRecord, type History } from './record';
import { scoredAttempts, type ScoredAttempt } from './scores';

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
	/** A test of it was passed: what the certificate asks for. */
	readonly testPassed: boolean;
	readonly attempts: number;
	/** The newest attempt, while it is not submitted; one that was left for a newer one is under way no more. */
	readonly open: AttemptRecord | null;
	/** The highest sequence of anything done in it or in its quiz; 0 for nothing. */
	readonly latest: number;
}

/** Records => where the learner stands in a lesson. `scored` where it is known already: one fold for all lessons. */
export function standingIn(
	lesson: LessonOutline,
	history: History,
	scored: readonly ScoredAttempt[] = scoredAttempts(history)
): LessonStanding {
	const all = inSequence(history.attempts.filter((attempt) => attempt.lesson === lesson.id));
	const attempts = all.filter(({ redoOf }) => redoOf === null);
	const scores = scored.filter(({ attempt }) => attempt.lesson === lesson.id);
	const ended = new Set(history.submissions.map(({ attempt }) => attempt));
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
		(best, { earned, possible }) =>
			!best || shareOf({ earned, possible }) > shareOf(best) ? { earned, possible } : best,
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
		best,
		testPassed: scores.some(({ attempt, passed }) => passed && attempt.mode === 'test'),
		attempts: attempts.length,
		open: newest && !ended.has(newest.id) ? newest : null,
		latest: newestTrace(new Set(all.map(({ id }) => id)), [...events, ...all], history)
	};
}

/** The highest sequence of these records and of all that belongs to these attempts; 0 for none. */
function newestTrace(
	attempts: ReadonlySet<string>,
	records: readonly { readonly sequence: number }[],
	{ responses, submissions, events }: History
): number {
	const within = [...responses, ...submissions, ...events].filter(
		(record) => 'attempt' in record && record.attempt !== null && attempts.has(record.attempt)
	);
	return [...records, ...within].reduce((latest, { sequence }) => Math.max(latest, sequence), 0);
}

/** Where the learner stands in each of these lessons, by id. */
export function standingsOf(
	lessons: readonly LessonOutline[],
	history: History
): ReadonlyMap<string, LessonStanding> {
	const scored = scoredAttempts(history);
	return new Map(lessons.map((lesson) => [lesson.id, standingIn(lesson, history, scored)]));
}
