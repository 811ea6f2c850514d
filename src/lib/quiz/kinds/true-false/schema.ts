import * as v from 'valibot';
import { questionFields, text, type KindSchema } from '#lib/quiz/authoring';
import type { TrueFalse } from './kind';

export const schema: KindSchema<TrueFalse> = {
	kind: 'true-false',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('true-false'),
		answer: v.boolean('must be true or false, without quotes'),
		feedback: v.optional(
			v.strictObject(
				{ true: v.optional(text), false: v.optional(text) },
				'must have a text under "true" and one under "false"'
			),
			{}
		)
	}) as unknown as KindSchema<TrueFalse>['authored'],
	problems: ({ hints }) =>
		hints.length === 0
			? []
			: [
					{
						path: ['hints'],
						rule: 'hints-on-true-false',
						message: 'a true/false question has one try and no hints; take "hints" out'
					}
				],
	compile: (question) => question,
	marking: ({ answer }) => answer
};
