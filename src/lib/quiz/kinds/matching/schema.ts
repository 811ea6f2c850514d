import * as v from 'valibot';
import { locales, type Text } from '#lib/base/locale';
import {
	duplicateIds,
	id,
	questionFields,
	text,
	type AuthoringProblem,
	type KindSchema
} from '#lib/quiz/authoring';
import type { Matching } from './kind';

/** Rights that read the same in a language: only one of them is marked right, and no student could tell which. */
function sameTexts(
	rights: readonly { readonly path: (string | number)[]; readonly text: Text }[]
): AuthoringProblem[] {
	return locales.flatMap((locale) => {
		const seen = new Set<string>();
		return rights.flatMap(({ path, text }) => {
			const words = text[locale];
			if (words === undefined || !seen.has(words)) {
				if (words !== undefined) seen.add(words);
				return [];
			}
			const message = `two rights read "${words}", so nobody can tell which is meant; word them differently, or make it kind: categorise`;
			return [{ path: [...path, locale], rule: 'same-right', message }];
		});
	});
}

export const schema: KindSchema<Matching> = {
	kind: 'matching',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('matching'),
		// 20 and 16 make the 36 rights that SCORM 1.2 can number with one character each.
		pairs: v.pipe(
			v.array(
				v.strictObject({ id, left: text, right: text, feedback: v.optional(text) }),
				'must be a list of pairs'
			),
			v.minLength(2, 'needs at least two pairs'),
			v.maxLength(20, 'can have at most 20 pairs')
		),
		extras: v.optional(
			v.pipe(
				v.array(v.strictObject({ id, text }), 'must be a list of rights that match nothing'),
				v.maxLength(16, 'can have at most 16 extras')
			),
			[]
		)
	}) as unknown as KindSchema<Matching>['authored'],
	problems: ({ pairs, extras }) => [
		...duplicateIds({ pairs, extras }),
		...sameTexts([
			...pairs.map(({ right }, index) => ({ path: ['pairs', index, 'right'], text: right })),
			...extras.map(({ text }, index) => ({ path: ['extras', index, 'text'], text }))
		])
	],
	compile: (question) => question,
	marking: ({ pairs, extras }) => [pairs.map(({ id }) => id), extras.map(({ id }) => id)]
};
