import * as v from 'valibot';
import { id, questionFields, text, type KindSchema } from '#lib/quiz/authoring';
import type { SingleChoice } from './kind';

export const schema: KindSchema<SingleChoice> = {
	kind: 'single-choice',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('single-choice'),
		options: v.pipe(
			v.array(
				v.strictObject({
					id,
					correct: v.optional(v.boolean(), false),
					text,
					feedback: v.optional(text)
				})
			),
			v.minLength(2, 'needs at least two options')
		)
	}) as unknown as KindSchema<SingleChoice>['authored'],
	problems({ options }) {
		const right = options.filter((option) => option.correct).length;
		if (right === 0)
			return [
				{
					path: ['options'],
					rule: 'no-right-option',
					message: 'no option is marked "correct: true"'
				}
			];
		if (right > 1)
			return [
				{
					path: ['options'],
					rule: 'many-right-options',
					message: `${right} options are marked "correct: true"; a single choice has one (or make it kind: multiple-choice)`
				}
			];
		return [];
	},
	compile: (question) => question,
	marking: ({ options }) => options.map(({ id, correct }) => [id, correct])
};
