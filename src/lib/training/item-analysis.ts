import type { Locale } from '#lib/base/locale';

/** From so many answers on a question is judged. */
export const enoughAnswers = 30;

export type ItemFlag =
	/** Fewer answers than that: nothing is said. */
	| 'too-few'
	/** Those who did better elsewhere did worse here: the key may be wrong, or the prompt misleads. */
	| 'key-suspect'
	| 'too-easy'
	| 'too-hard'
	/** Learners of equal score fare differently with it in the two languages. */
	| 'languages-differ';

/** A part of answers and how often it was given. */
export interface ItemChoice {
	/** What was to be answered: the left of a pair, the item of a category, the place in an order (from 1); null for one answer. */
	readonly of: string | null;
	/** Id of what was chosen; what was typed, in kinds that are typed. */
	readonly id: string;
	readonly count: number;
	readonly right: boolean;
}

/** A question as a class answered it: one answer of each learner. */
export interface Item {
	readonly lesson: string;
	readonly objective: string;
	readonly question: string;
	/** Answers that could be marked; an unanswered question of a complete attempt is one. */
	readonly answers: number;
	readonly unanswered: number;
	/** Mean share of the points, 0 to 1; null without an answer. */
	readonly facility: number | null;
	/** Correlation with the rest of the paper, -1 to 1; null where either does not vary. */
	readonly discrimination: number | null;
	/** Where it lies in 95 of 100 classes like this; null with fewer than 4 answers. */
	readonly discriminationRange: readonly [number, number] | null;
	readonly choices: readonly ItemChoice[];
	/** Further different texts that were typed; how often. */
	readonly otherChoices: number;
	/** Mean of the milliseconds with the question open; null without one. */
	readonly time: number | null;
	readonly languages: {
		readonly [L in Locale]: { readonly answers: number; readonly facility: number | null };
	};
	/** What `languages-differ` is told from; null with fewer than 30 answers in one of the two. */
	readonly difference: LanguageDifference | null;
	readonly flags: readonly ItemFlag[];
}

/** Mantel-Haenszel over levels of equal score: English against Arabic. */
export interface LanguageDifference {
	/** On the delta scale of the ETS; below 0 it is harder in Arabic. */
	readonly delta: number;
	/** Chi square with one degree of freedom. */
	readonly chiSquare: number;
	/** Of seeing as much by chance, before Bonferroni's correction. */
	readonly probability: number;
}
