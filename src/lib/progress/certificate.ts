import { groupedBy } from '#lib/base/grouped';
import { shareOf } from '#lib/quiz/grade-quiz';
import type { ScoredAttempt } from './scores';

/** One line of a certificate: the test of a lesson. */
export interface CertifiedLesson {
	readonly lesson: string;
	/** Best share of a passed test, 0 to 1; null while none is passed. */
	readonly share: number | null;
	/** When a test of it was passed first, in milliseconds since 1970; null while none is. */
	readonly on: number | null;
}

export interface Certificate {
	readonly lessons: readonly CertifiedLesson[];
	/** When the last of the lessons was passed; null while one is missing. */
	readonly on: number | null;
}

/** A certificate asks for a passed test in each of these lessons. */
export function certificateOf(
	lessons: readonly { readonly id: string }[],
	scored: readonly ScoredAttempt[]
): Certificate {
	const tests = groupedBy(
		scored.filter(({ attempt, passed }) => passed && attempt.mode === 'test'),
		({ attempt }) => attempt.lesson
	);
	const lines = lessons.map(({ id }): CertifiedLesson => {
		const passed = tests.get(id) ?? [];
		return {
			lesson: id,
			share: passed.length ? Math.max(...passed.map(shareOf)) : null,
			on: passed.length ? Math.min(...passed.map(({ at }) => at)) : null
		};
	});
	const complete = lines.length > 0 && lines.every(({ on }) => on !== null);
	return { lessons: lines, on: complete ? Math.max(...lines.map(({ on }) => on!)) : null };
}
