import { both, type KindExamples } from '#lib/quiz/examples';

const pair = (id: string) => ({
	id,
	left: both(`Left of ${id}`),
	right: both(`Right of ${id}`),
	feedback: both(`Why ${id}.`)
});
const extra = (id: string) => ({ id, text: both(`Right of ${id}`) });
const pairs = [pair('trams'), pair('raposo'), pair('valadi')];

export const examples: KindExamples = {
	good: [
		{
			title: 'three pairs and an extra',
			question: { pairs, extras: [extra('nobel')] },
			marked: [
				{
					title: 'all right',
					response: { pairs: { trams: 'trams', raposo: 'raposo', valadi: 'valadi' } },
					earned: 3,
					possible: 3
				},
				{
					title: 'two swapped',
					response: { pairs: { trams: 'raposo', raposo: 'trams', valadi: 'valadi' } },
					earned: 1,
					possible: 3
				},
				{
					title: 'one right chosen three times',
					response: { pairs: { trams: 'trams', raposo: 'trams', valadi: 'trams' } },
					earned: 1,
					possible: 3
				},
				{
					title: 'an extra, and one left out',
					response: { pairs: { trams: 'nobel', raposo: 'raposo' } },
					earned: 1,
					possible: 3
				},
				{
					title: 'what is gone from the question counts nothing',
					response: { pairs: { trams: 'trams', gone: 'trams', raposo: 'gone' } },
					earned: 1,
					possible: 3
				},
				{ title: 'none', response: { pairs: {} }, earned: 0, possible: 3 }
			]
		},
		{
			title: 'no extras, and an id that every object has',
			question: { pairs: [pair('constructor'), pair('cell')] },
			marked: [
				{ title: 'one of two', response: { pairs: { cell: 'cell' } }, earned: 1, possible: 2 }
			]
		}
	],
	bad: [
		{
			title: 'one pair',
			question: { pairs: [pair('trams')] },
			rule: 'schema',
			message: 'needs at least two pairs'
		},
		{
			title: 'the same id twice',
			question: { pairs: [pair('trams'), pair('trams')] },
			rule: 'duplicate-id',
			message: 'the id "trams" stands here twice; give each its own'
		},
		{
			title: 'an extra with the id of a pair',
			question: { pairs, extras: [{ id: 'raposo', text: both('Somebody else') }] },
			rule: 'duplicate-id',
			message: 'the id "raposo" stands here twice; give each its own'
		},
		{
			title: 'two rights that read the same',
			question: {
				pairs: [pair('trams'), { ...pair('raposo'), right: both('Right of trams', 'غيره') }]
			},
			rule: 'same-right',
			message:
				'two rights read "Right of trams", so nobody can tell which is meant; word them differently, or make it kind: categorise'
		}
	]
};
