import { both, type KindExamples } from '#lib/quiz/examples';

const option = (id: string, correct = false) => ({
	id,
	correct,
	text: both(id),
	feedback: both(`Why ${id}.`)
});
const four = [option('protein', true), option('nucleus'), option('rna', true), option('ribosome')];

export const examples: KindExamples = {
	good: [
		{
			title: 'two of four',
			question: { options: four },
			marked: [
				{ title: 'both', response: { chosen: ['rna', 'protein'] }, earned: 2, possible: 2 },
				{ title: 'one of two', response: { chosen: ['rna'] }, earned: 1, possible: 2 },
				{
					title: 'a wrong one cancels a right one',
					response: { chosen: ['protein', 'rna', 'nucleus'] },
					earned: 1,
					possible: 2
				},
				{
					title: 'everything ticked',
					response: { chosen: ['protein', 'nucleus', 'rna', 'ribosome'] },
					earned: 0,
					possible: 2
				},
				{
					title: 'never below zero',
					response: { chosen: ['nucleus', 'ribosome'] },
					earned: 0,
					possible: 2
				},
				{
					title: 'the same one stored twice counts once',
					response: { chosen: ['rna', 'rna', 'gone'] },
					earned: 1,
					possible: 2
				},
				{ title: 'none', response: { chosen: [] }, earned: 0, possible: 2 }
			]
		},
		{
			title: 'only one right, which the student is not told',
			question: { options: [option('nm', true), option('um'), option('mm')] },
			marked: [
				{ title: 'the right one', response: { chosen: ['nm'] }, earned: 1, possible: 1 },
				{ title: 'with a wrong one', response: { chosen: ['nm', 'um'] }, earned: 0, possible: 1 }
			]
		}
	],
	bad: [
		{
			title: 'no right option',
			question: { options: [option('nm'), option('um')] },
			rule: 'no-right-option',
			message: 'no option is marked "correct: true"; mark each option that is right'
		},
		{
			title: 'one option',
			question: { options: [option('nm', true)] },
			rule: 'schema',
			message: 'needs at least two options'
		},
		{
			title: 'the same id twice',
			question: { options: [option('nm', true), option('um'), option('nm')] },
			rule: 'duplicate-id',
			message: 'the id "nm" stands here twice; give each its own'
		},
		{
			title: 'more options than an LMS can number',
			question: { options: Array.from({ length: 37 }, (_, n) => option(`option-${n}`, n === 0)) },
			rule: 'schema',
			message: 'can have at most 36 options, because an LMS gives each one character'
		}
	]
};
