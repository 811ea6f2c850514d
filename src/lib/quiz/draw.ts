import { kindOf } from './kinds';
import { questionKey, type Question } from './question';
import { randomFrom, shuffleWith } from './random';

/** One question of a paper: its id, the version drawn, and the order of its options. */
export interface DrawnQuestion {
	readonly question: string;
	readonly key: string;
	readonly order: readonly string[];
}

/**
 * A paper of `count` questions: every objective at least once where they fit, questions not in `recent` first, in random
 * order. The same pool, seed and `recent` give the same paper.
 */
export function drawPaper(
	pool: readonly Question[],
	count: number,
	seed: string,
	recent: ReadonlySet<string> = new Set()
): DrawnQuestion[] {
	const shuffle = shuffleWith(randomFrom(seed));
	const shuffled = shuffle(pool);
	const fresh = shuffled.filter(({ id }) => !recent.has(id));
	const preferred = [...fresh, ...shuffled.filter(({ id }) => recent.has(id))];
	const drawn = new Set<Question>();
	for (const objective of new Set(preferred.map((question) => question.objective)))
		if (drawn.size < count) drawn.add(preferred.find((question) => question.objective === objective)!);
	for (const question of preferred) if (drawn.size < count) drawn.add(question);
	return shuffle([...drawn]).map((question) => ({
		question: question.id,
		key: questionKey(question),
		order: kindOf(question).arrange(question, shuffle)
	}));
}
