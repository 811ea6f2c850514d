import type { Answer } from './answers';
import { daysIn } from './examples-of-histories';

const one = { earned: 1, possible: 1 };
const none = { earned: 0, possible: 1 };

/** For tests: how a question was answered. */
export const outcomes = {
	right: {},
	wrong: { mark: none, first: none, last: none },
	partly: {
		mark: { earned: 2, possible: 3 },
		first: { earned: 2, possible: 3 },
		last: { earned: 2, possible: 3 }
	},
	'right later': { mark: none, first: none, last: one, tries: 2 },
	'right after a hint': { mark: none, hints: 1, helped: true },
	'wrong, then a hint, then right': { mark: none, first: none, last: one, tries: 2, hints: 1 },
	shown: { mark: none, first: none, last: none, tries: 0, helped: true, answerShown: true }
} as const satisfies Record<string, Partial<Answer>>;
export type Outcome = keyof typeof outcomes;

/** For tests: answers in this order, a day and an attempt each: right at the first try but for what is said of them. */
export const answersOf = (
	list: readonly (Partial<Answer> & { readonly was?: Outcome })[]
): Answer[] =>
	list.map(({ was = 'right', ...part }, index) => ({
		attempt: `attempt-${index}`,
		mode: 'practice',
		lesson: 'cells',
		objective: 'size',
		question: 'size-1',
		sequence: index + 1,
		at: daysIn(index),
		mark: one,
		first: one,
		last: one,
		tries: 1,
		hints: 0,
		helped: false,
		answerShown: false,
		confidence: null,
		locale: 'en',
		...outcomes[was],
		...part
	}));
