import type { Text } from '#lib/base/locale';

/** What every question has, whatever its kind. A kind adds its own fields (see `kinds/<kind>/kind.ts`). */
export interface QuestionBase {
	readonly id: string;
	readonly kind: string;
	/** Id of the objective of the lesson that it tests. */
	readonly objective: string;
	/** Id of the section of the lesson that teaches it. */
	readonly section: string;
	readonly prompt: Text;
	readonly hints: readonly Text[];
	readonly explanation: Text;
}

/** A question as the compiler writes it into a lesson's JSON and as a store keeps it, for ever, by its hashes. */
export interface Question extends QuestionBase {
	readonly lesson: string;
	/** `marking` changes when the key does, `text` when any word or figure does. */
	readonly hash: { readonly marking: string; readonly text: string };
	/** Version of the kind that it was compiled for. */
	readonly kindVersion: number;
	/** No longer drawn; here so that papers it was drawn for stay explained. In neither hash. */
	readonly retired?: boolean;
	readonly [field: string]: unknown;
}

/** The key under which a store keeps a question. */
export const questionKey = (question: Question): string =>
	`${question.hash.marking}.${question.hash.text}`;

/** The part of a key that changes when the marking does. */
export const markingOf = (key: string): string => key.split('.')[0]!;
