import type { Locale, Text } from '#lib/base/locale';
import type { Note, Part, PublicQuestion } from './define-kind';

/** What a learner is told after a try. */
export interface Feedback {
	readonly outcome: 'right' | 'partly' | 'wrong';
	readonly parts: readonly Part[];
	readonly notes: readonly Note[];
	readonly explanation: Text;
	/** A right response, once the answer may be seen (right, or shown on request); else null. */
	readonly correct: unknown;
}

/** Props of every kind's `View.svelte`. The prompt is a heading above the view, given by the screen. */
export interface ViewProps<P extends PublicQuestion = PublicQuestion, R = unknown> {
	question: P;
	/** Ids from `arrange`, in the order of this paper. */
	order: readonly string[];
	response: R;
	/** True while nothing may be changed: marked, or shown for review. */
	locked: boolean;
	feedback: Feedback | null;
	/** Language of the interface; texts are shown in it where they have it. */
	locale: Locale;
	/** Unique in the page: prefix for ids and names of controls. */
	name: string;
	/** Id of the element that names the group of controls (the prompt). */
	labelledby: string;
	/** A new response; `typed` is saved a moment after the last key, `chosen` at once. */
	onrespond: (response: R, how: 'chosen' | 'typed') => void;
}
