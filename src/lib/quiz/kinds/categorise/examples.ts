import { both, type KindExamples } from '#lib/quiz/examples';

const category = (id: string) => ({ id, text: both(`Category ${id}`) });
const item = (id: string, category: string) => ({
	id,
	category,
	text: both(`Item ${id}`),
	feedback: both(`Why ${id}.`)
});
const categories = [category('settled'), category('contested')];
const items = [item('protein', 'settled'), item('dna', 'contested'), item('rna', 'settled')];

export const examples: KindExamples = {
	good: [
		{
			title: 'three items in two categories',
			question: { categories, items },
			marked: [
				{
					title: 'all right',
					response: { placed: { protein: 'settled', dna: 'contested', rna: 'settled' } },
					earned: 3,
					possible: 3
				},
				{
					title: 'all in one',
					response: { placed: { protein: 'settled', dna: 'settled', rna: 'settled' } },
					earned: 2,
					possible: 3
				},
				{
					title: 'one left out, one in a category that is gone',
					response: { placed: { protein: 'settled', dna: 'gone' } },
					earned: 1,
					possible: 3
				},
				{ title: 'none', response: { placed: {} }, earned: 0, possible: 3 }
			]
		},
		{
			title: 'an id that every object has',
			question: { categories, items: [item('constructor', 'settled'), item('dna', 'contested')] },
			marked: [
				{
					title: 'one of two',
					response: { placed: { dna: 'contested' } },
					earned: 1,
					possible: 2
				}
			]
		}
	],
	bad: [
		{
			title: 'a category without an item',
			question: { categories: [...categories, category('absent')], items },
			rule: 'empty-category',
			message: 'no item belongs to "absent"; give it an item or take it out'
		},
		{
			title: 'an item in a category that is not there',
			question: { categories, items: [...items, item('lipid', 'setled')] },
			rule: 'unknown-category',
			message:
				'"lipid" is in "setled", which is not a category here; the categories are settled, contested'
		},
		{
			title: 'one category',
			question: { categories: [category('settled')], items: [item('protein', 'settled')] },
			rule: 'schema',
			message: 'needs at least two categories'
		},
		{
			title: 'the same item id twice',
			question: { categories, items: [...items, item('rna', 'contested')] },
			rule: 'duplicate-id',
			message: 'the id "rna" stands here twice; give each its own'
		},
		{
			title: 'the same category id twice',
			question: { categories: [...categories, category('settled')], items },
			rule: 'duplicate-id',
			message: 'the id "settled" stands here twice; give each its own'
		}
	]
};
