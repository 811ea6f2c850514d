import { folded } from '#lib/base/arabic';
import { kindOf } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';

/** A part of an answer: what was chosen, and what for. */
export interface Choice {
	/** The left of a pair, the item of a category, the spot, or the place in an order (from 1); null for a whole answer. */
	readonly of: string | null;
	readonly id: string;
}

/** The choices in a response of any kind, by the form of it that LMSs get: ids, and for typed answers the folded text. */
export function choicesIn(question: Question, response: unknown): Choice[] {
	const kind = kindOf(question);
	const { type, scorm2004 } = kind.interaction(question, response);
	if (type === 'fill-in' || type === 'numeric') {
		const id = typed(response);
		return id === '' ? [] : [{ of: null, id }];
	}
	if (scorm2004.response === null) return [];
	const parts = scorm2004.response.split('[,]').filter((part) => part !== '');
	switch (type) {
		case 'matching':
			return parts.map((part) => {
				const [of, id] = part.split('[.]');
				return { of: of!, id: id ?? '' };
			});
		case 'sequencing':
			return parts.map((id, index) => ({ of: String(index + 1), id }));
		default:
			return parts.map((id) => ({ of: null, id }));
	}
}

/** Choices that are listed though nobody made them: all options, or else the right ones; none for typed answers. */
export function choicesOffered(question: Question): Choice[] {
	if (isTyped(question)) return [];
	const { options } = question;
	if (Array.isArray(options))
		return (options as { readonly id: string }[]).map(({ id }) => ({ of: null, id }));
	if (question.kind === 'true-false')
		return [true, false].map((value) => ({ of: null, id: String(value) }));
	return rightChoices(question);
}

export const rightChoices = (question: Question): Choice[] =>
	choicesIn(question, kindOf(question).correct(question));

/** What is typed is free: there is no list of it. */
export const isTyped = (question: Question): boolean => {
	const kind = kindOf(question);
	const { type } = kind.interaction(question, kind.correct(question));
	return type === 'fill-in' || type === 'numeric';
};

const longest = 100;

const typed = (response: unknown): string => {
	const entered = (response as { readonly entered?: unknown } | null)?.entered;
	return typeof entered === 'string' ? folded(entered.slice(0, longest), 'strict') : '';
};
