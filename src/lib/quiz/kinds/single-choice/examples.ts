import { both, type KindExamples } from '#lib/quiz/examples';

const option = (id: string, correct = false) => ({
	id,
	correct,
	text: both(id),
	feedback: both(`Why ${id}.`)
});

export const examples: KindExamples = {
	good: [
		{
			title: 'three options',
			question: { options: [option('nm', true), option('um'), option('mm')] },
			marked: [
				{ title: 'the right one', response: { chosen: 'nm' }, earned: 1, possible: 1 },
				{ title: 'a wrong one', response: { chosen: 'um' }, earned: 0, possible: 1 },
				{ title: 'none', response: { chosen: null }, earned: 0, possible: 1 }
			]
		}
	],
	bad: [
		{
			title: 'no right option',
			question: { options: [option('nm'), option('um')] },
			rule: 'no-right-option',
			message: 'no option is marked "correct: true"'
		},
		{
			title: 'two right options',
			question: { options: [option('nm', true), option('um', true)] },
			rule: 'many-right-options',
			message:
				'2 options are marked "correct: true"; a single choice has one (or make it kind: multiple-choice)'
		},
		{
			title: 'one option',
			question: { options: [option('nm', true)] },
			rule: 'schema',
			message: 'needs at least two options'
		}
	]
};
