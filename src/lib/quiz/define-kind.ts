import type { Text } from '#lib/base/locale';
import type { QuestionBase } from './question';

/** Why a response cannot be marked yet; the interface says it in words. */
export type Missing = 'nothing-chosen' | 'nothing-entered' | 'incomplete' | 'not-a-number';

/** Said beside a mark; the interface says it in words. */
export type Note =
	'spelling-hamza' | 'spelling-ta-marbuta' | 'spelling-alef-maqsura' | 'spelling-slip';

/** One piece of a response (an option, a pair, an item, a hot spot, the whole entry), as marked. */
export interface Part {
	readonly id: string;
	readonly right: boolean;
	/** Whether the learner gave this piece; false for a right option that was left out. */
	readonly given: boolean;
	/** Why it is right or wrong. */
	readonly feedback?: Text;
}

/** `earned` of `possible`, 0 <= earned <= possible, possible > 0. A question counts as earned / possible of one point. */
export interface Grade {
	readonly earned: number;
	readonly possible: number;
	readonly parts: readonly Part[];
	readonly notes: readonly Note[];
}

/** A response in the forms that SCORM 1.2, SCORM 2004 and xAPI prescribe. Ids only, ASCII but for text that was typed. */
export interface Interaction {
	readonly type: 'choice' | 'true-false' | 'matching' | 'sequencing' | 'numeric' | 'fill-in';
	/** SCORM 1.2: single characters 0-9 a-z for options; at most 255 characters; null where nothing was answered. */
	readonly scorm12: { readonly response: string | null; readonly correct: string | null };
	/** SCORM 2004 and xAPI: ids joined with [,] and [.]. */
	readonly scorm2004: { readonly response: string | null; readonly correct: readonly string[] };
}

export type Shuffle = <T>(list: readonly T[]) => T[];

/** What a kind's folder defines, typed. Pure: same input, same output; inputs are never mutated. */
export interface KindDefinition<Q extends QuestionBase, R, P> {
	/** The folder's name. */
	readonly kind: string;
	/** Of the shape of a response; raised together with `upgradeResponse`. */
	readonly version: number;
	/** The response before anything was entered. */
	start(question: Q): R;
	/** Any stored value, of any version, however broken => a response to this question. What is unknown in it is dropped. */
	upgradeResponse(stored: unknown, version: number, question: Q): R;
	missing(question: Q, response: R): Missing | null;
	grade(question: Q, response: R): Grade;
	/** A response that earns full marks. */
	correct(question: Q): R;
	/** What a view may see: no key, no feedback, no explanation. */
	publicPart(question: Q): P;
	/** Ids in the order in which this paper shows them; empty where the order is fixed. */
	arrange(question: Q, shuffle: Shuffle): string[];
	interaction(question: Q, response: R): Interaction;
}

/** A kind as the rest of the code uses it: safe for any stored response. */
export interface Kind {
	readonly kind: string;
	readonly version: number;
	start(question: QuestionBase): unknown;
	upgradeResponse(stored: unknown, version: number, question: QuestionBase): unknown;
	missing(question: QuestionBase, response: unknown): Missing | null;
	grade(question: QuestionBase, response: unknown): Grade;
	correct(question: QuestionBase): unknown;
	publicPart(question: QuestionBase): PublicQuestion;
	arrange(question: QuestionBase, shuffle: Shuffle): string[];
	interaction(question: QuestionBase, response: unknown): Interaction;
}

/** The part of a question that a view may see. A kind adds its own fields. */
export interface PublicQuestion {
	readonly id: string;
	readonly kind: string;
	readonly prompt: Text;
}

/** A typed definition => a kind whose functions take any stored response, read through `upgradeResponse`. */
export function defineKind<Q extends QuestionBase, R, P extends PublicQuestion>(
	definition: KindDefinition<Q, R, P>
): Kind {
	const { kind, version } = definition;
	const read = (question: QuestionBase, stored: unknown) =>
		definition.upgradeResponse(stored, version, question as Q);
	return {
		kind,
		version,
		start: (question) => definition.start(question as Q),
		upgradeResponse: (stored, from, question) =>
			definition.upgradeResponse(stored, from, question as Q),
		missing: (question, stored) => definition.missing(question as Q, read(question, stored)),
		grade: (question, stored) => definition.grade(question as Q, read(question, stored)),
		correct: (question) => definition.correct(question as Q),
		publicPart: (question) => definition.publicPart(question as Q),
		arrange: (question, shuffle) => definition.arrange(question as Q, shuffle),
		interaction: (question, stored) => definition.interaction(question as Q, read(question, stored))
	};
}
