import type { Text } from '#lib/base/locale';

/** A question that a kind accepts, and responses with the mark they must get. */
export interface GoodExample {
	readonly title: string;
	/** As an author writes it, without the fields that every kind has (see `asAuthored`). */
	readonly question: Readonly<Record<string, unknown>>;
	readonly marked: readonly {
		readonly title: string;
		readonly response: unknown;
		readonly earned: number;
		readonly possible: number;
		readonly notes?: readonly string[];
	}[];
}

/** A question that a kind refuses, and the rule and words it must do so with. */
export interface BadExample {
	readonly title: string;
	readonly question: Readonly<Record<string, unknown>>;
	readonly rule: string;
	readonly message: string;
}

/** What every kind's `examples.ts` exports as `examples`. */
export interface KindExamples {
	readonly good: readonly GoodExample[];
	readonly bad: readonly BadExample[];
}

/** 'a cell' => { en: 'a cell', ar: 'a cell (ar)' }; for examples only. */
export const both = (en: string, ar = `${en} (ar)`): Text => ({ en, ar });

/** Adds the fields that every kind has to an example's own. */
export const asAuthored = (kind: string, question: Readonly<Record<string, unknown>>) => ({
	id: 'example',
	kind,
	objective: 'objective',
	section: 'section',
	prompt: both('The prompt?', 'السؤال؟'),
	explanation: both('The explanation.', 'الشرح.'),
	...question
});
