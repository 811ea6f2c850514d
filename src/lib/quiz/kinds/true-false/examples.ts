import { both, type KindExamples } from '#lib/quiz/examples';

const feedback = { true: both('Why it is so.'), false: both('Why it is not so.') };

export const examples: KindExamples = {
	good: [
		{
			title: 'a true statement',
			question: { answer: true, feedback },
			marked: [
				{ title: 'true', response: { chosen: true }, earned: 1, possible: 1 },
				{ title: 'false', response: { chosen: false }, earned: 0, possible: 1 },
				{ title: 'neither', response: { chosen: null }, earned: 0, possible: 1 }
			]
		},
		{
			title: 'a false statement',
			question: { answer: false, feedback },
			marked: [
				{ title: 'false', response: { chosen: false }, earned: 1, possible: 1 },
				{ title: 'true', response: { chosen: true }, earned: 0, possible: 1 },
				{ title: 'neither is not false', response: { chosen: null }, earned: 0, possible: 1 },
				{ title: 'a word is not a choice', response: { chosen: 'false' }, earned: 0, possible: 1 }
			]
		}
	],
	bad: [
		{
			title: 'a hint',
			question: { answer: true, feedback, hints: [both('It is the first one.')] },
			rule: 'hints-on-true-false',
			message: 'a true/false question has one try and no hints; take "hints" out'
		},
		{
			title: 'an answer in quotes',
			question: { answer: 'true', feedback },
			rule: 'schema',
			message: 'must be true or false, without quotes'
		}
	]
};
