import * as v from 'valibot';
import { duplicateIds, id, questionFields, text, type KindSchema } from '#lib/quiz/authoring';
import type { MultipleChoice } from './kind';

const option = v.strictObject({
	id,
	correct: v.optional(v.boolean('must be true or false'), false),
	text,
	feedback: v.optional(text)
});

export const schema: KindSchema<MultipleChoice> = {
	kind: 'multiple-choice',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('multiple-choice'),
		options: v.pipe(
			v.array(option, 'must be a list of options'),
			v.minLength(2, 'needs at least two options'),
			v.maxLength(36, 'can have at most 36 options, because an LMS gives each one character')
		)
	}) as unknown as KindSchema<MultipleChoice>['authored'],
	problems({ options }) {
		const problems = duplicateIds({ options });
		if (!options.some(({ correct }) => correct))
			problems.push({
				path: ['options'],
				rule: 'no-right-option',
				message: 'no option is marked "correct: true"; mark each option that is right'
			});
		return problems;
	},
	compile: (question) => question,
	marking: ({ options }) => options.map(({ id, correct }) => [id, correct])
};
