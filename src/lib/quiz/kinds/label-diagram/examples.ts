import { both, type KindExamples } from '#lib/quiz/examples';

const spot = (id: string) => ({
	id,
	place: both(`Where ${id[0]} points`),
	feedback: both(`Why ${id}.`)
});
const spots = [spot('membrane'), spot('nucleus'), spot('cargo')];
const extras = [{ id: 'ribosome', text: both('Ribosome') }];

export const examples: KindExamples = {
	good: [
		{
			title: 'three spots and an extra',
			question: { figure: 'cell', spots, extras },
			marked: [
				{
					title: 'all right',
					response: { labels: { membrane: 'membrane', nucleus: 'nucleus', cargo: 'cargo' } },
					earned: 3,
					possible: 3
				},
				{
					title: 'two swapped',
					response: { labels: { membrane: 'nucleus', nucleus: 'membrane', cargo: 'cargo' } },
					earned: 1,
					possible: 3
				},
				{
					title: 'an extra, and one left out',
					response: { labels: { membrane: 'ribosome', nucleus: 'nucleus' } },
					earned: 1,
					possible: 3
				},
				{
					title: 'what is gone from the question counts nothing',
					response: { labels: { membrane: 'gone', gone: 'cargo' } },
					earned: 0,
					possible: 3
				},
				{ title: 'none', response: { labels: {} }, earned: 0, possible: 3 }
			]
		},
		{
			title: 'two of the three hot spots',
			question: { figure: 'cell', spots: spots.slice(0, 2) },
			marked: [
				{
					title: 'one of two',
					response: { labels: { nucleus: 'nucleus' } },
					earned: 1,
					possible: 2
				}
			]
		}
	],
	bad: [
		{
			title: 'a figure that is not there',
			question: { figure: 'tissue', spots },
			rule: 'dead-reference',
			message: 'there is no figure "tissue" in this lesson'
		},
		{
			title: 'a spot that is no hot spot',
			question: { figure: 'cell', spots: [...spots, spot('golgi')] },
			rule: 'dead-reference',
			message:
				'figure "cell" has no hot spot "golgi": add it under "hotspots" in the figure\'s file'
		},
		{
			title: 'a spot without a label',
			question: { figure: 'cell', spots: [...spots, spot('golgi')] },
			rule: 'dead-reference',
			message: 'figure "cell" has no label "golgi": add it under "labels" in the figure\'s file'
		},
		{
			title: 'a spot without a place',
			question: { figure: 'cell', spots: [...spots.slice(0, 2), { id: 'cargo' }] },
			rule: 'spot-without-place',
			message:
				'spot "cargo" needs a "place": { en: …, ar: … } that says where it is without naming it, for students who cannot see the drawing'
		},
		{
			title: 'the same spot twice',
			question: { figure: 'cell', spots: [...spots, spot('cargo')] },
			rule: 'duplicate-id',
			message: 'the id "cargo" stands here twice; give each its own'
		},
		{
			title: 'an extra with the id of a spot',
			question: { figure: 'cell', spots, extras: [{ id: 'cargo', text: both('Freight') }] },
			rule: 'duplicate-id',
			message: 'the id "cargo" stands here twice; give each its own'
		},
		{
			title: 'an extra that reads like a label',
			question: { figure: 'cell', spots, extras: [{ id: 'freight', text: both('Cargo', 'شحنة') }] },
			rule: 'same-label',
			message: 'two labels read "Cargo", so nobody can tell which is meant; word them differently'
		},
		{
			title: 'one spot',
			question: { figure: 'cell', spots: spots.slice(0, 1) },
			rule: 'schema',
			message: 'needs at least two spots'
		}
	]
};
