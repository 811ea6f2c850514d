import * as v from 'valibot';
import { duplicateIds, id, questionFields, text, type KindSchema } from '#lib/quiz/authoring';
import type { Categorise } from './kind';

const atMost = (what: string) =>
	`can have at most 36 ${what}, because an LMS gives each one character`;

export const schema: KindSchema<Categorise> = {
	kind: 'categorise',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('categorise'),
		categories: v.pipe(
			v.array(v.strictObject({ id, text }), 'must be a list of categories'),
			v.minLength(2, 'needs at least two categories'),
			v.maxLength(36, atMost('categories'))
		),
		items: v.pipe(
			v.array(
				v.strictObject({ id, category: id, text, feedback: v.optional(text) }),
				'must be a list of items'
			),
			v.maxLength(36, atMost('items'))
		)
	}) as unknown as KindSchema<Categorise>['authored'],
	problems({ categories, items }) {
		const known = categories.map(({ id }) => id);
		const used = new Set(items.map(({ category }) => category));
		return [
			...duplicateIds({ categories }),
			...duplicateIds({ items }),
			...items.flatMap(({ id, category }, index) =>
				known.includes(category)
					? []
					: {
							path: ['items', index, 'category'],
							rule: 'unknown-category',
							message: `"${id}" is in "${category}", which is not a category here; the categories are ${known.join(', ')}`
						}
			),
			...categories.flatMap(({ id }, index) =>
				used.has(id)
					? []
					: {
							path: ['categories', index],
							rule: 'empty-category',
							message: `no item belongs to "${id}"; give it an item or take it out`
						}
			)
		];
	},
	compile: (question) => question,
	marking: ({ categories, items }) => [
		categories.map(({ id }) => id),
		items.map(({ id, category }) => [id, category])
	]
};
