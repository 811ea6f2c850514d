import { describe, expect, it } from 'vitest';
import { countings, type Counting } from '#lib/quiz/counting';
import type { Step } from './examples';
import { historyOf, type Line } from './examples-of-histories';
import type { History } from './record';
import { attemptsLeft, countedShare, scoredAttempts } from './scores';

const right: Step = { earned: 1, possible: 1 };
const wrong: Step = { earned: 0, possible: 1 };
const paper = ['size-1', 'size-2', 'origin-1', 'origin-2'];
const begin = (begin: string, part: Partial<Line & { begin: string }> = {}): Line => ({
	begin,
	paper,
	...part
});
const step = (question: string, step: Step, attempt = 'a'): Line => ({
	in: attempt,
	question,
	step
});
/** Three of four right, the pass mark being 70 %. */
const threeRight = ['size-1', 'size-2', 'origin-1'].map((question) => step(question, right));

const told = (history: History) =>
	scoredAttempts(history).map(
		({ attempt, earned, possible, passed, before }) =>
			`${attempt.id} ${earned}/${possible}${passed ? ' passed' : ''}${before ? ` (${before.earned})` : ''}`
	);

describe('the complete attempts', () => {
	it.each<[string, readonly Line[], readonly string[]]>([
		['nothing was begun', [], []],
		['one is under way', [begin('a'), ...threeRight], []],
		['one passed: 3 of 4 are 75 %', [begin('a'), ...threeRight, { end: 'a' }], ['a 3/4 passed']],
		[
			'a part of a question counts as a part',
			[begin('a'), step('size-1', { earned: 2, possible: 4 }), { end: 'a' }],
			['a 0.5/4']
		],
		[
			'a later try counts nothing',
			[begin('a'), step('size-1', wrong), step('size-1', right), { end: 'a' }],
			['a 0/4']
		],
		[
			'a try after a hint counts nothing',
			[begin('a'), step('size-1', { hint: 0 }), step('size-1', right), { end: 'a' }],
			['a 0/4']
		],
		[
			'tests count as practice does',
			[begin('a', { mode: 'test' }), ...threeRight, { end: 'a' }],
			['a 3/4 passed']
		],
		['a review counts nowhere', [begin('a', { mode: 'review' }), ...threeRight, { end: 'a' }], []],
		[
			'going over what was missed counts nowhere',
			[
				begin('a'),
				{ end: 'a' },
				begin('b', { redoOf: 'a', paper: ['size-1'] }),
				step('size-1', right, 'b'),
				{ end: 'b' }
			],
			['a 0/4']
		],
		[
			'they stand in the order in which they began',
			[begin('a'), begin('b'), { end: 'b', earned: 1 }, { end: 'a', earned: 2 }],
			['a 2/4', 'b 1/4']
		],
		[
			'two devices ended one: the first end counts',
			[begin('a'), { end: 'a', earned: 1 }, { end: 'a', earned: 4, device: 'other', at: 0 }],
			['a 1/4']
		],
		[
			'a changed key adds a point, and passes',
			[
				begin('a'),
				...threeRight.slice(1),
				step('size-1', wrong),
				{ end: 'a' },
				step('size-1', { remarked: 1 })
			],
			['a 3/4 passed (2)']
		],
		[
			'a changed key takes none',
			[begin('a'), ...threeRight, { end: 'a' }, step('size-1', { remarked: 0 })],
			['a 3/4 passed (3)']
		],
		[
			'a third key does not take back',
			[
				begin('a'),
				step('size-1', wrong),
				{ end: 'a' },
				step('size-1', { remarked: 1, key: 'b' }),
				step('size-1', { remarked: 0, key: 'c' })
			],
			['a 1/4 (0)']
		],
		[
			'two tabs marked again by one key',
			[
				begin('a'),
				step('size-1', wrong),
				{ end: 'a' },
				step('size-1', { remarked: 1 }),
				step('size-1', { remarked: 1 })
			],
			['a 1/4 (0)']
		],
		[
			'keys of two questions were changed',
			[
				begin('a'),
				step('size-1', wrong),
				step('size-2', { earned: 1, possible: 4 }),
				{ end: 'a' },
				step('size-1', { remarked: 0.5 }),
				step('size-2', { remarked: 0.5 })
			],
			['a 1/4 (0.25)']
		],
		[
			'points from two devices would be more than there are',
			[begin('a'), step('size-1', wrong), { end: 'a', earned: 4 }, step('size-1', { remarked: 1 })],
			['a 4/4 passed (4)']
		],
		[
			'a pass stays, whatever the pass mark is now',
			[
				begin('a', { rules: { passMark: 0.5 } }),
				...threeRight.slice(1),
				{ end: 'a' },
				begin('b', { rules: { passMark: 0.9 } }),
				{ end: 'b', earned: 3 }
			],
			['a 2/4 passed', 'b 3/4']
		]
	])('where %s', (_reason, lines, expected) => {
		expect(told(historyOf(lines))).toEqual(expected);
	});
});

it('keeps the pass that was told when the attempt ended, however it is counted now', () => {
	const history = historyOf([begin('a'), { end: 'a', earned: 2 }]);
	const [end] = history.submissions;
	expect(told({ ...history, submissions: [{ ...end!, passed: true }] })).toEqual(['a 2/4 passed']);
});

describe('which attempt counts', () => {
	const points = (...earned: number[]) => earned.map((earned) => ({ earned, possible: 8 }));

	it.each<[string, readonly number[], Readonly<Record<Counting, number | null>>]>([
		['without any, none', [], { best: null, last: null, first: null, mean: null }],
		['one is all of them', [4], { best: 0.5, last: 0.5, first: 0.5, mean: 0.5 }],
		['(2 + 8 + 5) / 3 = 5 of 8', [2, 8, 5], { best: 1, last: 0.625, first: 0.25, mean: 0.625 }],
		['nothing right is a score, too', [4, 0], { best: 0.5, last: 0, first: 0.5, mean: 0.25 }]
	])('%s', (_reason, earned, expected) => {
		for (const counts of countings)
			expect(countedShare(points(...earned), counts)).toBe(expected[counts]);
	});

	it('of papers of several lengths is told by shares: the mean of 1/2 and 3/4 is 5/8', () => {
		const scores = [
			{ earned: 1, possible: 2 },
			{ earned: 6, possible: 8 }
		];
		expect(countedShare(scores, 'mean')).toBe(0.625);
	});
});

it.each([
	['any number is allowed', null, 7, null],
	['none was begun', 3, 0, 3],
	['one is left', 3, 2, 1],
	['all were begun', 3, 3, 0],
	['more were begun than are allowed by now', 2, 5, 0]
])('tells how many attempts are left where %s', (_reason, allowed, begun, left) => {
	expect(attemptsLeft(allowed, begun)).toBe(left);
});
