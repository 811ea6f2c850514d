import type { Shuffle } from './define-kind';
import { kindOf } from './kinds';
import { questionKey, type Question } from './question';
import { randomFrom, shuffleWith } from './random';

/** One question of a paper: its id, the version drawn, what it tests, and the order of its options. */
export interface DrawnQuestion {
	readonly question: string;
	readonly key: string;
	readonly lesson: string;
	readonly objective: string;
	readonly order: readonly string[];
}

/** The question as a paper has it, with its options in an order of this shuffle. */
export const drawn = (question: Question, shuffle: Shuffle): DrawnQuestion => ({
	question: question.id,
	key: questionKey(question),
	lesson: question.lesson,
	objective: question.objective,
	order: kindOf(question).arrange(question, shuffle)
});

/**
 * A paper of `count` questions: every objective at least once where they fit, questions never seen or seen longest ago
 * first, in random order; none that is retired. `seenAt` says when a question was last drawn, by any number that grows.
 * The same pool, seed and `seenAt` give the same paper.
 */
export function drawPaper(
	pool: readonly Question[],
	count: number,
	seed: string,
	seenAt: ReadonlyMap<string, number> = new Map()
): DrawnQuestion[] {
	const shuffle = shuffleWith(randomFrom(seed));
	const age = ({ id }: Question) => seenAt.get(id) ?? 0;
	const preferred = shuffle(pool.filter(({ retired }) => !retired)).sort((a, b) => age(a) - age(b));
	const paper = new Set<Question>();
	for (const objective of new Set(preferred.map((question) => question.objective)))
		if (paper.size < count)
			paper.add(preferred.find((question) => question.objective === objective)!);
	for (const question of preferred) if (paper.size < count) paper.add(question);
	return shuffle([...paper]).map((question) => drawn(question, shuffle));
}
