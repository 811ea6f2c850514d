import { lessonsOf, type CourseDraft, type QuestionDraft } from '../draft';
import type { Problem } from '../problem';

/** The lists of a question whose entries a student can choose or enter, and what one entry is called. */
const lists: { readonly [list: string]: string } = {
	options: 'option',
	pairs: 'pair',
	items: 'item',
	spots: 'spot',
	mistakes: 'mistake'
};

type Raw = { readonly [key: string]: unknown };
const isGroup = (value: unknown): value is Raw =>
	value !== null && typeof value === 'object' && !Array.isArray(value);
const isThere = (feedback: unknown): boolean =>
	typeof feedback === 'string' || (isGroup(feedback) && Object.keys(feedback).length > 0);

function inQuestion(question: QuestionDraft): Problem[] {
	const { raw, file } = question;
	if (!isGroup(raw)) return [];
	const problem = (path: (string | number)[], what: string): Problem => ({
		file,
		line: question.line(...path),
		rule: 'no-feedback',
		message: `${what} has no feedback; add "feedback:" with why it is right or wrong`
	});
	if (question.kind === 'true-false')
		return ['true', 'false']
			.filter((side) => !isGroup(raw.feedback) || !isThere(raw.feedback[side]))
			.map((side) => problem(['feedback'], `the side "${side}"`));
	return Object.entries(lists).flatMap(([list, name]) => {
		const entries = raw[list];
		if (!Array.isArray(entries)) return [];
		return entries.flatMap((entry: unknown, index) => {
			if (!isGroup(entry) || isThere(entry.feedback)) return [];
			const called = typeof entry.id === 'string' ? ` "${entry.id}"` : ` ${index + 1}`;
			return [problem([list, index], `the ${name}${called}`)];
		});
	});
}

/** Everything that can be chosen says why it is right or wrong: a mark alone teaches almost nothing. */
export const noFeedback = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }) => (quiz?.questions ?? []).flatMap(inQuestion));
