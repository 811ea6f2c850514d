import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import { bySequence, type AttemptRecord, type History } from './record';

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
	/** The newest attempt that is not submitted. */
	readonly open: AttemptRecord | null;
	/** The highest sequence of anything done in it; 0 for nothing. */
	readonly latest: number;
}

/** Records => where the learner stands in a lesson. */
export function standingIn(lesson: LessonOutline, history: History): LessonStanding {
	const all = history.attempts.filter((attempt) => attempt.lesson === lesson.id).sort(bySequence);
	const attempts = all.filter(({ redoOf }) => redoOf === null);
	const ended = new Set(history.submissions.map(({ attempt }) => attempt));
	const ids = new Set(attempts.map(({ id }) => id));
	const submissions = history.submissions.filter(({ attempt }) => ids.has(attempt));
	const events = history.events
		.filter((event) => 'lesson' in event && event.lesson === lesson.id)
		.sort(bySequence);
	const readIds = new Set(
		events.flatMap((event) => (event.type === 'section-read' ? [event.section] : []))
	);
	const known = lesson.sections.filter(({ id }) => readIds.has(id)).length;
	const read = lesson.sections.length ? known / lesson.sections.length : 0;
	const opened = events.findLast(
		(event) =>
			event.type === 'section-opened' && lesson.sections.some(({ id }) => id === event.section)
	);
	const best = submissions.reduce<Score | null>(
		(best, score) => (!best || shareOf(score) > shareOf(best) ? score : best),
		null
	);
	const passed = submissions.some((submission) => submission.passed);
	return {
		status: passed
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
		open: all.findLast(({ id }) => !ended.has(id)) ?? null,
		latest: Math.max(
			0,
			...events.map(({ sequence }) => sequence),
			...all.map(({ sequence }) => sequence),
			...submissions.map(({ sequence }) => sequence)
		)
	};
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
