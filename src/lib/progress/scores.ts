import { groupedBy } from '#lib/base/grouped';
import { isPassed, shareOf, type Score } from '#lib/quiz/grade-quiz';
import type { Counting } from '#lib/quiz/counting';
import {
	inSequence,
	type AttemptRecord,
	type EventRecord,
	type History,
	type SubmissionRecord
} from './record';

/** A complete attempt with what it counts. */
export interface ScoredAttempt extends Score {
	readonly attempt: AttemptRecord;
	readonly passed: boolean;
	/** When it ended, in milliseconds since 1970. */
	readonly at: number;
	/** As it was counted when it ended, where a key was changed since; else null. */
	readonly before: Score | null;
}

/**
 * Every complete attempt at a lesson's quiz, in the order in which they began. An attempt that was ended on two devices
 * has the first end. Reviews and goings-over count nowhere. A key that was changed since adds points, never takes any.
 */
export function scoredAttempts(history: History): ScoredAttempt[] {
	const ends = new Map<string, SubmissionRecord>();
	for (const end of inSequence(history.submissions))
		if (!ends.has(end.attempt)) ends.set(end.attempt, end);
	const gains = gainsIn(history.events);
	return inSequence(history.attempts).flatMap((attempt) => {
		const end = ends.get(attempt.id);
		if (!end || attempt.redoOf !== null || attempt.mode === 'review') return [];
		const { earned, possible } = end;
		const gained = gains.get(attempt.id);
		const score = { earned: Math.min(possible, earned + (gained ?? 0)), possible };
		return [
			{
				attempt,
				...score,
				passed: end.passed || isPassed(score, attempt.rules.passMark),
				at: end.at,
				before: gained === undefined ? null : { earned, possible }
			}
		];
	});
}

/** Points that changed keys add to attempts; an attempt that none concerns is not in it. */
function gainsIn(events: readonly EventRecord[]): Map<string, number> {
	// In one order, so that the same fractions add up to the same sum.
	const remarks = inSequence(events.filter((event) => event.type === 'remarked'));
	const questions = groupedBy(remarks, ({ attempt, question }) => `${attempt} ${question}`);
	const gains = new Map<string, number>();
	for (const all of questions.values()) {
		// What one key gave, a later one does not take back.
		const gain = Math.max(0, ...all.map((one) => shareOf(one) - shareOf(one.before)));
		const { attempt } = all[0]!;
		gains.set(attempt, (gains.get(attempt) ?? 0) + gain);
	}
	return gains;
}

/** Scores in the order of their attempts => the one that counts, as a share of 0 to 1; null without any. */
export function countedShare(scores: readonly Score[], counts: Counting): number | null {
	const shares = scores.map(shareOf);
	if (!shares.length) return null;
	switch (counts) {
		case 'best':
			return Math.max(...shares);
		case 'first':
			return shares[0]!;
		case 'last':
			return shares.at(-1)!;
		case 'mean':
			return shares.reduce((sum, share) => sum + share, 0) / shares.length;
	}
}

/** How many more attempts may be begun; null for any number. */
export const attemptsLeft = (allowed: number | null, begun: number): number | null =>
	allowed === null ? null : Math.max(0, allowed - begun);
