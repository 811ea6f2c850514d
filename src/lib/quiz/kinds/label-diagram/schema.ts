import * as v from 'valibot';
import { locales, type Text } from '#lib/base/locale';
import type { QuestionBase } from '#lib/quiz/question';
import {
	duplicateIds,
	id,
	questionFields,
	text,
	type AuthoringFigure,
	type AuthoringProblem,
	type KindSchema
} from '#lib/quiz/authoring';
import type { LabelDiagram } from './kind';

interface AuthoredLabelDiagram extends QuestionBase {
	readonly figure: string;
	readonly spots: readonly {
		readonly id: string;
		readonly place?: Text;
		readonly feedback?: Text;
	}[];
	readonly extras: readonly { readonly id: string; readonly text: Text }[];
}

const problem = (path: (string | number)[], rule: string, message: string): AuthoringProblem[] => [
	{ path, rule, message }
];

/** A label as it stands in a list: on one line. */
const onOneLine = (label: Text): Text =>
	Object.fromEntries(
		Object.entries(label).map(([locale, words]) => [locale, words.replace(/\s+/g, ' ').trim()])
	);

/** A spot needs a hot spot and a label of the figure; labels that are asked for may not read the same. */
function spotProblems(question: AuthoredLabelDiagram, figure: AuthoringFigure): AuthoringProblem[] {
	return question.spots.flatMap(({ id, place }, index) => [
		...(Object.hasOwn(figure.hotspots, id)
			? []
			: problem(
					['spots', index, 'id'],
					'dead-reference',
					`figure "${figure.id}" has no hot spot "${id}": add it under "hotspots" in the figure's file`
				)),
		...(Object.hasOwn(figure.labels, id)
			? []
			: problem(
					['spots', index, 'id'],
					'dead-reference',
					`figure "${figure.id}" has no label "${id}": add it under "labels" in the figure's file`
				)),
		...(locales.some((locale) => place?.[locale])
			? []
			: problem(
					['spots', index],
					'spot-without-place',
					`spot "${id}" needs a "place": { en: …, ar: … } that says where it is without naming it, for students who cannot see the drawing`
				))
	]);
}

/** Labels that read the same in a language: only one of them is marked right, and no student could tell which. */
function sameLabels(question: AuthoredLabelDiagram, figure: AuthoringFigure): AuthoringProblem[] {
	const labels = [
		...question.spots.flatMap(({ id }, index) =>
			Object.hasOwn(figure.labels, id)
				? [{ path: ['spots', index], text: onOneLine(figure.labels[id]!) }]
				: []
		),
		...question.extras.map(({ text }, index) => ({ path: ['extras', index], text }))
	];
	return locales.flatMap((locale) => {
		const seen = new Set<string>();
		return labels.flatMap(({ path, text }) => {
			const words = text[locale];
			if (words === undefined) return [];
			if (!seen.has(words)) {
				seen.add(words);
				return [];
			}
			return problem(
				path,
				'same-label',
				`two labels read "${words}", so nobody can tell which is meant; word them differently`
			);
		});
	});
}

export const schema: KindSchema<AuthoredLabelDiagram, LabelDiagram> = {
	kind: 'label-diagram',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('label-diagram'),
		figure: id,
		// 20 and 16 make the 36 labels that SCORM 1.2 can number with one character each.
		spots: v.pipe(
			v.array(
				v.strictObject({ id, place: v.optional(text), feedback: v.optional(text) }),
				'must be a list of spots'
			),
			v.minLength(2, 'needs at least two spots'),
			v.maxLength(20, 'can have at most 20 spots')
		),
		extras: v.optional(
			v.pipe(
				v.array(v.strictObject({ id, text }), 'must be a list of labels that fit nowhere'),
				v.maxLength(16, 'can have at most 16 extras')
			),
			[]
		)
	}) as unknown as KindSchema<AuthoredLabelDiagram, LabelDiagram>['authored'],
	problems(question, context) {
		const { spots, extras } = question;
		const figure = context.figure(question.figure);
		if (!figure)
			return problem(
				['figure'],
				'dead-reference',
				`there is no figure "${question.figure}" in this lesson`
			);
		return [
			...duplicateIds({ spots, extras }),
			...spotProblems(question, figure),
			...sameLabels(question, figure)
		];
	},
	compile({ spots, extras, ...question }, context) {
		const figure = context.figure(question.figure)!;
		const label = (id: string) => onOneLine(figure.labels[id]!);
		return {
			...question,
			width: figure.width,
			height: figure.height,
			title: figure.title,
			description: figure.description,
			svg: figure.blank(spots.map(({ id }) => id)),
			spots: spots.map((spot) => ({
				...spot,
				place: spot.place!,
				text: label(spot.id),
				at: figure.hotspots[spot.id]!
			})),
			labels: [...spots.map(({ id }) => ({ id, text: label(id) })), ...extras]
		};
	},
	marking: ({ spots, labels }) => [spots.map(({ id }) => id), labels.map(({ id }) => id)]
};
