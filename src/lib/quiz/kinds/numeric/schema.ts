import * as v from 'valibot';
import { readNumber } from '#lib/base/numeral';
import { questionFields, text, type AuthoringProblem, type KindSchema } from '#lib/quiz/authoring';
import { isTakenFor, written, type Numeric } from './kind';

/** NaN and infinity pass, because `problems` says more about them. */
const number = v.custom<number>(
	(value) => typeof value === 'number',
	'must be a number with digits 0 to 9 and a point, without quotation marks'
);
const bound = v.pipe(
	v.number('must be a number with digits 0 to 9 and a point, without quotation marks'),
	v.finite('must be a number that can be written down'),
	v.minValue(0, 'must not be negative')
);
const share = v.pipe(bound, v.ltValue(1, 'must be a share below 1: write 0.02 for 2 percent'));

export const schema: KindSchema<Numeric> = {
	kind: 'numeric',
	authored: v.strictObject({
		...questionFields,
		kind: v.literal('numeric'),
		answer: number,
		tolerance: v.union(
			[v.strictObject({ absolute: bound }), v.strictObject({ relative: share })],
			'must be { absolute: … } or { relative: … }, one of the two'
		),
		power: v.optional(
			v.pipe(
				v.number('must be a whole number, the exponent of ten'),
				v.integer('must be a whole number, the exponent of ten'),
				v.minValue(-30, 'must be between -30 and 30'),
				v.maxValue(30, 'must be between -30 and 30'),
				v.notValue(0, 'leave power out where it is 0')
			)
		),
		unit: v.optional(text),
		mistakes: v.optional(
			v.array(
				v.strictObject({ value: number, feedback: v.optional(text) }),
				'must be a list of usual wrong values'
			),
			[]
		)
	}) as unknown as KindSchema<Numeric>['authored'],
	problems(question) {
		const { answer, tolerance, mistakes } = question;
		const unreachable = (path: (string | number)[], message: string): AuthoringProblem[] => [
			{ path, rule: 'tolerance-unreachable', message }
		];
		if (!Number.isFinite(answer))
			return unreachable(['answer'], `nobody can type ${answer}: write a number`);
		if ('relative' in tolerance && answer === 0)
			return [
				{
					path: ['tolerance'],
					rule: 'relative-to-zero',
					message: 'a share of 0 is 0: write the tolerance as { absolute: … }'
				}
			];
		const typed = readNumber(written(answer));
		if (!('value' in typed && isTakenFor(typed.value, answer, { tolerance })))
			return unreachable(
				['tolerance'],
				`nobody types more than 12 digits, and ${written(answer)} is not within this tolerance of ${answer}: widen it, or round the answer`
			);
		return mistakes.flatMap(({ value }, index): AuthoringProblem[] => {
			if (!Number.isFinite(value))
				return unreachable(
					['mistakes', index, 'value'],
					`nobody can type ${value}: write a number`
				);
			if (!isTakenFor(value, answer, question)) return [];
			const message = `${value} is marked right (the answer is ${answer}): take this mistake out, or narrow the tolerance`;
			return [{ path: ['mistakes', index, 'value'], rule: 'mistake-is-right', message }];
		});
	},
	compile: (question) => question,
	marking: ({ answer, tolerance, power }) => [answer, tolerance, power ?? null]
};
