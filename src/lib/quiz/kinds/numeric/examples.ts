import { both, type KindExamples } from '#lib/quiz/examples';

const row = {
	answer: 75,
	tolerance: { absolute: 0.5 },
	unit: both('vesicles', 'حويصلة'),
	mistakes: [{ value: 7.5, feedback: both('A factor of ten is missing.') }]
};
const marked = (title: string, entered: unknown, earned: 0 | 1) => ({
	title,
	response: { entered },
	earned,
	possible: 1
});

export const examples: KindExamples = {
	good: [
		{
			title: 'a number with a unit and a usual mistake',
			question: row,
			marked: [
				marked('the answer', '75', 1),
				marked('in Arabic digits', '٧٥', 1),
				marked('at the end of the tolerance', '75٫5', 1),
				marked('beyond it', '75.51', 0),
				marked('the usual mistake', '7.5', 0),
				marked('no number', 'seventy-five', 0),
				marked('white space', '  ', 0)
			]
		},
		{
			title: 'the factor of a power of ten',
			question: { answer: 3, tolerance: { relative: 0.02 }, power: 10 },
			marked: [
				marked('the factor', '3', 1),
				marked('the whole number in a scientific form', '3e10', 1),
				marked('the whole number in Arabic digits', '٣×١٠^١٠', 1),
				marked('the whole number in full', '30,000,000,000', 1),
				marked('another power', '3e9', 0)
			]
		},
		{
			title: 'nought',
			question: { answer: 0, tolerance: { absolute: 0 } },
			marked: [
				marked('nought', '0', 1),
				marked('Arabic nought', '٠', 1),
				marked('not nought', '0.1', 0)
			]
		},
		{
			title: 'a negative number with a small power',
			question: { answer: -1.4, tolerance: { absolute: 0.1 }, power: -9 },
			marked: [marked('the minus behind', '1.5-', 1), marked('the whole', '-1.4e-9', 1)]
		}
	],
	bad: [
		{
			title: 'a negative tolerance',
			question: { ...row, tolerance: { absolute: -1 } },
			rule: 'schema',
			message: 'must not be negative'
		},
		{
			title: 'two tolerances',
			question: { ...row, tolerance: { absolute: 1, relative: 0.1 } },
			rule: 'schema',
			message: 'must be { absolute: … } or { relative: … }, one of the two'
		},
		{
			title: 'a share written as percent',
			question: { ...row, tolerance: { relative: 2 } },
			rule: 'schema',
			message: 'must be a share below 1: write 0.02 for 2 percent'
		},
		{
			title: 'a share of nought',
			question: { answer: 0, tolerance: { relative: 0.02 } },
			rule: 'relative-to-zero',
			message: 'a share of 0 is 0: write the tolerance as { absolute: … }'
		},
		{
			title: 'an answer in quotation marks',
			question: { ...row, answer: '٧٥' },
			rule: 'schema',
			message: 'must be a number with digits 0 to 9 and a point, without quotation marks'
		},
		{
			title: 'an answer that is no number',
			question: { ...row, answer: NaN },
			rule: 'tolerance-unreachable',
			message: 'nobody can type NaN: write a number'
		},
		{
			title: 'an infinite mistake',
			question: { ...row, mistakes: [{ value: Infinity }] },
			rule: 'tolerance-unreachable',
			message: 'nobody can type Infinity: write a number'
		},
		{
			title: 'an answer with more digits than anybody types, and no tolerance',
			question: { answer: 123456.7890123456, tolerance: { absolute: 0 } },
			rule: 'tolerance-unreachable',
			message:
				'nobody types more than 12 digits, and 123456.789012 is not within this tolerance of 123456.7890123456: widen it, or round the answer'
		},
		{
			title: 'a mistake within the tolerance',
			question: { ...row, mistakes: [{ value: 75.5, feedback: both('Nearly.') }] },
			rule: 'mistake-is-right',
			message:
				'75.5 is marked right (the answer is 75): take this mistake out, or narrow the tolerance'
		},
		{
			title: 'a mistake that is the whole number of a power',
			question: { answer: 3, tolerance: { absolute: 0 }, power: 1, mistakes: [{ value: 30 }] },
			rule: 'mistake-is-right',
			message:
				'30 is marked right (the answer is 3): take this mistake out, or narrow the tolerance'
		},
		{
			title: 'the power 0',
			question: { ...row, power: 0 },
			rule: 'schema',
			message: 'leave power out where it is 0'
		}
	]
};
