import * as v from 'valibot';
import { folded, levels } from '#lib/base/arabic';
import { locales } from '#lib/base/locale';
import {
	id,
	questionFields,
	text,
	type AuthoringContext,
	type AuthoringProblem,
	type KindSchema
} from '#lib/quiz/authoring';
import type { Lists, ShortText } from './kind';

interface AuthoredShortText extends Omit<ShortText, 'typos'> {
	readonly term?: string;
	readonly typos?: 0 | 1;
}

const words = v.pipe(
	v.string('must be a text; put numbers in quotation marks'),
	v.trim(),
	v.nonEmpty('must not be empty')
);
const list = v.optional(v.array(words, 'must be a list of texts, like [bilayer]'), []);
const lists = v.strictObject(
	{ en: list, ar: list },
	'must be a list of texts per language, like { en: [bilayer], ar: [مزدوجة] }'
);
const none: Lists = { en: [], ar: [] };

/** The answers with those of the glossary term behind them, each once. */
function withTerm({ answers, term }: AuthoredShortText, context: AuthoringContext): Lists {
	const found = term === undefined ? undefined : context.term(term);
	const merged = (locale: keyof Lists) => [
		...new Set([...answers[locale], ...(found?.[locale] ?? [])])
	];
	return { en: merged('en'), ar: merged('ar') };
}

/** Each text of some lists, with where it stands. */
const entries = (lists: Lists, path: (string | number)[]) =>
	locales.flatMap((locale) =>
		lists[locale].map((text, index) => ({ text, path: [...path, locale, index] }))
	);

export const schema: KindSchema<AuthoredShortText, ShortText> = {
	kind: 'short-text',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('short-text'),
		answers: v.optional(lists, none),
		term: v.optional(id),
		level: v.optional(v.picklist(levels, 'must be exact, strict or lenient'), 'lenient'),
		typos: v.optional(v.picklist([0, 1], 'must be 1, or left out: one slip is the most')),
		reject: v.optional(lists, none),
		mistakes: v.optional(
			v.array(
				v.strictObject({ answers: lists, feedback: v.optional(text) }),
				'must be a list of usual wrong answers'
			),
			[]
		)
	}) as unknown as KindSchema<AuthoredShortText, ShortText>['authored'],
	problems(question, context) {
		const { term, level, typos, reject, mistakes } = question;
		const problems: AuthoringProblem[] = [];
		const report = (path: (string | number)[], rule: string, message: string) =>
			problems.push({ path, rule, message });
		if (term !== undefined && !context.term(term))
			return [
				{ path: ['term'], rule: 'dead-reference', message: `there is no glossary term "${term}"` }
			];
		const answers = withTerm(question, context);
		const written = entries(answers, ['answers']);
		if (written.length === 0)
			report(['answers'], 'no-answer', 'needs an answer, in "answers" or by a glossary "term"');
		if (level === 'exact' && typos)
			report(
				['typos'],
				'typos-at-exact',
				'level exact allows no slip: take "typos" out, or make it level: strict'
			);
		for (const { text, path } of [
			...written,
			...entries(reject, ['reject']),
			...mistakes.flatMap((mistake, index) =>
				entries(mistake.answers, ['mistakes', index, 'answers'])
			)
		])
			if (folded(text, 'strict') === '')
				report(path, 'no-answer', `"${text}" has no letter or digit: take it out`);

		// Finer differences (a hamza) are for an author to make; these, nobody could see.
		const seen = (text: string) => folded(text, level === 'exact' ? 'exact' : 'strict');
		const accepted = new Map(written.map(({ text }) => [seen(text), text]));
		for (const { text, path } of entries(reject, ['reject']))
			if (accepted.has(seen(text)))
				report(
					path,
					'answer-rejected',
					`"${text}" is rejected, but "${accepted.get(seen(text))}" is an answer (or a word of the glossary term): take one of them out`
				);
		mistakes.forEach(({ answers: wrong }, index) => {
			for (const { text, path } of entries(wrong, ['mistakes', index, 'answers']))
				if (accepted.has(seen(text)))
					report(
						path,
						'mistake-is-right',
						`"${text}" is a mistake, but "${accepted.get(seen(text))}" is an answer (or a word of the glossary term): take one of them out`
					);
		});
		return problems;
	},
	compile(question, context) {
		const { term: _term, ...rest } = question;
		return { ...rest, typos: question.typos ?? 0, answers: withTerm(question, context) };
	},
	marking: ({ answers, level, typos, reject, mistakes }) => [
		answers,
		level,
		typos,
		reject,
		mistakes.map((mistake) => mistake.answers)
	]
};
