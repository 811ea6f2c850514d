import { randomFrom, shuffleWith } from '#lib/quiz/random';
import { drawn, type DrawnQuestion } from '#lib/quiz/draw';
import type { Question } from '#lib/quiz/question';
import type { Answer } from './answers';
import { interleaved } from './interleaved';
import type { ScheduledObjective } from './review-schedule';

/** Questions of a day's review: at some twenty seconds each, about three minutes. */
export const reviewLength = 8;

/**
 * How many questions today's review still has: `due` are due, and some were answered today already. What a clock that ran
 * ahead dates after `until` was not.
 */
export function leftToday(
	due: number,
	answers: readonly Answer[],
	since: number,
	until = Infinity
): number {
	const done = answers.filter(
		({ mode, at }) => mode === 'review' && at >= since && at <= until
	).length;
	return Math.min(due, Math.max(0, reviewLength - done));
}

/**
 * The paper of a review: a question for each objective that is due, in this order, up to `count`. It is the one of the
 * objective that was seen longest ago, or never, and not the last one where there is another. `seenAt` gives by
 * `<lesson> <question>` when one was drawn last, by any number that grows. An objective without a question in the pools
 * is passed over; two questions of one id are not in one paper.
 */
export function reviewPaper(
	due: readonly ScheduledObjective[],
	pools: ReadonlyMap<string, readonly Question[]>,
	seenAt: ReadonlyMap<string, number>,
	count: number,
	seed: string
): { paper: DrawnQuestion[]; questions: Question[] } {
	const shuffle = shuffleWith(randomFrom(seed));
	const questions: Question[] = [];
	for (const { lesson, objective, lastQuestion } of due) {
		if (questions.length === count) break;
		const age = ({ id }: Question) => seenAt.get(`${lesson} ${id}`) ?? 0;
		const siblings = shuffle(
			(pools.get(lesson) ?? []).filter(
				(question) =>
					question.objective === objective &&
					!question.retired &&
					!questions.some(({ id }) => id === question.id)
			)
		).sort((a, b) => age(a) - age(b));
		const next = siblings.find(({ id }) => id !== lastQuestion) ?? siblings[0];
		if (next) questions.push(next);
	}
	const mixed = interleaved(questions);
	return { paper: mixed.map((question) => drawn(question, shuffle)), questions: mixed };
}

/** When each question was drawn last, by `<lesson> <question>`: the sequence of its attempt. */
export const seenIn = (
	attempts: readonly {
		readonly sequence: number;
		readonly paper: readonly { readonly lesson: string; readonly question: string }[];
	}[]
): ReadonlyMap<string, number> =>
	new Map(
		[...attempts]
			.sort((a, b) => a.sequence - b.sequence)
			.flatMap(({ paper, sequence }) =>
				paper.map(({ lesson, question }) => [`${lesson} ${question}`, sequence] as const)
			)
	);

/** Lessons whose questions the review needs: those of the first objectives that are due. */
export const lessonsOf = (due: readonly ScheduledObjective[], count: number): string[] => [
	...new Set(due.slice(0, count).map(({ lesson }) => lesson))
];
