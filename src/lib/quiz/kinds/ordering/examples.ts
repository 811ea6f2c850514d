import { both, type KindExamples } from '#lib/quiz/examples';

const item = (id: string) => ({ id, text: both(id), feedback: both(`Why ${id}.`) });
const ends = { first: both('Smallest', 'الأصغر'), last: both('Largest', 'الأكبر') };
const items = ['antibody', 'exosome', 'platelet', 'cell'].map(item);

export const examples: KindExamples = {
	good: [
		{
			title: 'four items',
			question: { ends, items },
			marked: [
				{
					title: 'in order',
					response: { order: ['antibody', 'exosome', 'platelet', 'cell'] },
					earned: 4,
					possible: 4
				},
				{
					title: 'two neighbours swapped',
					response: { order: ['exosome', 'antibody', 'platelet', 'cell'] },
					earned: 2,
					possible: 4
				},
				{
					title: 'the wrong way round',
					response: { order: ['cell', 'platelet', 'exosome', 'antibody'] },
					earned: 0,
					possible: 4
				},
				{
					title: 'an item that is gone is dropped',
					response: { order: ['gone', 'antibody', 'exosome', 'platelet', 'cell'] },
					earned: 4,
					possible: 4
				},
				{
					title: 'only the first two',
					response: { order: ['antibody', 'exosome'] },
					earned: 2,
					possible: 4
				},
				{ title: 'untouched', response: { order: null }, earned: 0, possible: 4 }
			]
		},
		{
			title: 'two items without names for the ends',
			question: { items: items.slice(0, 2) },
			marked: [
				{ title: 'in order', response: { order: ['antibody', 'exosome'] }, earned: 2, possible: 2 },
				{ title: 'swapped', response: { order: ['exosome', 'antibody'] }, earned: 0, possible: 2 }
			]
		}
	],
	bad: [
		{
			title: 'one item',
			question: { ends, items: items.slice(0, 1) },
			rule: 'ordering-too-short',
			message: 'an ordering needs at least two items'
		},
		{
			title: 'no item',
			question: { ends, items: [] },
			rule: 'ordering-too-short',
			message: 'an ordering needs at least two items'
		},
		{
			title: 'the same id twice',
			question: { ends, items: [item('cell'), item('exosome'), item('cell')] },
			rule: 'duplicate-id',
			message: 'the id "cell" stands here twice; give each its own'
		}
	]
};
