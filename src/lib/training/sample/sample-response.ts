import { kindOf } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';

/** A response that is not quite right, or not at all, as somebody might give it. `random`: numbers in [0, 1). */
export function wrongResponse(question: Question, random: () => number): unknown {
	const kind = kindOf(question);
	const wrong = distorted(kind.correct(question) as object, question, random);
	const { earned, possible } = kind.grade(question, wrong);
	return earned < possible ? wrong : kind.start(question);
}

function distorted(right: object, question: Question, random: () => number): unknown {
	if ('entered' in right) return { entered: String(Math.floor(random() * 5)) };
	if ('chosen' in right) {
		if (typeof right.chosen === 'boolean') return { chosen: !right.chosen };
		const options = question.options as readonly {
			readonly id: string;
			readonly correct: boolean;
		}[];
		const others = options.filter(({ correct }) => !correct).map(({ id }) => id);
		const other = others[Math.floor(random() * others.length)];
		if (!Array.isArray(right.chosen)) return { chosen: other ?? null };
		// One right option is left out, and perhaps a wrong one is in.
		return { chosen: [...right.chosen.slice(1), ...(other && random() < 0.5 ? [other] : [])] };
	}
	if ('order' in right && Array.isArray(right.order)) {
		const place = Math.floor(random() * (right.order.length - 1));
		const order = [...(right.order as string[])];
		[order[place], order[place + 1]] = [order[place + 1]!, order[place]!];
		return { order };
	}
	// Pairs, places, labels: two things are taken for each other.
	return Object.fromEntries(
		Object.entries(right).map(([field, pairs]) => {
			const lefts = Object.keys(pairs as object);
			const rights = Object.values(pairs as object) as string[];
			const other = rights.findIndex((one) => one !== rights[0]);
			if (other > 0) [rights[0], rights[other]] = [rights[other]!, rights[0]!];
			return [field, Object.fromEntries(lefts.map((left, place) => [left, rights[place]]))];
		})
	);
}
