import { groupedBy } from '#lib/base/grouped';
import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import { tracesIn, type Trace } from './lesson-traces';
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

/** Records => where the learner stands in a lesson. `scored` where it is known already. */
export const standingIn = (
	lesson: LessonOutline,
	history: History,
	scored?: readonly ScoredAttempt[]
): LessonStanding => standingsOf([lesson], history, scored).get(lesson.id)!;

/** Where the learner stands in each of these lessons, by id. `scored` where it is known already. */
export function standingsOf(
	lessons: readonly LessonOutline[],
	history: History,
	scored: readonly ScoredAttempt[] = scoredAttempts(history)
): ReadonlyMap<string, LessonStanding> {
	const traces = tracesIn(lessons, history);
	const scores = groupedBy(scored, ({ attempt }) => attempt.lesson);
	const ended = new Set(history.submissions.map(({ attempt }) => attempt));
	return new Map(
		lessons.map((lesson) => [
			lesson.id,
			standing(lesson, traces.get(lesson.id)!, scores.get(lesson.id) ?? [], ended)
		])
	);
}

function standing(
	{ sections }: LessonOutline,
	trace: Trace,
	scores: readonly ScoredAttempt[],
	ended: ReadonlySet<string>
): LessonStanding {
	const all = inSequence(trace.attempts);
	const newest = all.at(-1);
	const known = sections.filter(({ id }) => trace.read.has(id)).length;
	const read = sections.length ? known / sections.length : 0;
	const best = scores.reduce<Score | null>(
		(best, { earned, possible }) =>
			!best || shareOf({ earned, possible }) > shareOf(best) ? { earned, possible } : best,
		null
	);
	return {
		status: scores.some(({ passed }) => passed)
			? 'passed'
			: best
				? 'tried'
				: read === 1
					? 'read'
					: read > 0 || trace.opened
						? 'reading'
						: 'not-started',
		read,
		share: best ? shareOf(best) : read,
		section: trace.opened?.section ?? null,
		best,
		testPassed: scores.some(({ attempt, passed }) => passed && attempt.mode === 'test'),
		attempts: all.filter(({ redoOf }) => redoOf === null).length,
		open: newest && !ended.has(newest.id) ? newest : null,
		latest: trace.latest
	};
}
