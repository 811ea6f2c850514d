import * as v from 'valibot';
import { duplicateIds, id, questionFields, text, type KindSchema } from '#lib/quiz/authoring';
import type { Ordering } from './kind';

export const schema: KindSchema<Ordering> = {
	kind: 'ordering',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('ordering'),
		ends: v.optional(
			v.strictObject(
				{ first: text, last: text },
				'must name the two ends, like { first: { en: Smallest, ar: … }, last: { en: Largest, ar: … } }'
			)
		),
		items: v.pipe(
			v.array(
				v.strictObject({ id, text, feedback: v.optional(text) }),
				'must be a list of items in the right order'
			),
			v.maxLength(36, 'can have at most 36 items, because an LMS gives each one character')
		)
	}) as unknown as KindSchema<Ordering>['authored'],
	problems({ items }) {
		const problems = duplicateIds({ items });
		if (items.length < 2)
			problems.push({
				path: ['items'],
				rule: 'ordering-too-short',
				message: 'an ordering needs at least two items'
			});
		return problems;
	},
	compile: (question) => question,
	marking: ({ items }) => items.map(({ id }) => id)
};
