import { describe, expect, it } from 'vitest';
import { calibrationOf } from './calibration';
import { answersOf, type Outcome } from './examples-of-answers';
import type { Confidence } from './record';

const times = (count: number, confidence: Confidence | null, was: Outcome) =>
	Array.from({ length: count }, () => ({ confidence, was }));
type Given = ReturnType<typeof times>;
const told = (...given: Given[]) => {
	const { answers, levels } = calibrationOf(answersOf(given.flat()));
	return [answers, levels?.map(({ answers, right }) => [answers, right]) ?? null];
};

describe('calibration', () => {
	it.each<[string, readonly Given[], readonly unknown[]]>([
		['without answers there is none', [], [0, null]],
		['19 answers say nothing yet', [times(19, 'certain', 'right')], [19, null]],
		[
			'20 do; no answer was given unsure, and of none nothing is told',
			[times(15, 'certain', 'right'), times(5, 'fairly-sure', 'wrong')],
			[
				20,
				[
					[0, null],
					[5, 0],
					[15, 1]
				]
			]
		],
		[
			'of 10 certain ones 7 were right: 70 %; of 10 unsure ones 4: 40 %',
			[
				times(7, 'certain', 'right'),
				times(3, 'certain', 'wrong'),
				times(4, 'unsure', 'right'),
				times(6, 'unsure', 'wrong')
			],
			[
				20,
				[
					[10, 0.4],
					[0, null],
					[10, 0.7]
				]
			]
		],
		[
			'a word is what makes an answer count',
			[times(19, 'certain', 'right'), times(40, null, 'right')],
			[19, null]
		],
		[
			'a hint before the try leaves it out: the confidence may be of the hint',
			[times(19, 'certain', 'right'), times(9, 'certain', 'right after a hint')],
			[19, null]
		],
		[
			'so does an answer that was shown without a try',
			[times(19, 'certain', 'right'), times(9, 'certain', 'shown')],
			[19, null]
		],
		[
			'a hint after a wrong try does not: 10 of 20 were right',
			[times(10, 'certain', 'right'), times(10, 'certain', 'wrong, then a hint, then right')],
			[
				20,
				[
					[0, null],
					[0, null],
					[20, 0.5]
				]
			]
		],
		[
			'a later try does not make it right',
			[times(20, 'unsure', 'right later')],
			[
				20,
				[
					[20, 0],
					[0, null],
					[0, null]
				]
			]
		]
	])('%s', (_reason, given, expected) => {
		expect(told(...given)).toEqual(expected);
	});

	it('counts what is right in part as a part: 20 times 2/3', () => {
		const { levels } = calibrationOf(answersOf(times(20, 'fairly-sure', 'partly')));
		expect(levels![1]!.right).toBeCloseTo(2 / 3);
	});

	it('names the levels from unsure to certain', () => {
		const { levels } = calibrationOf(answersOf(times(20, 'certain', 'right')));
		expect(levels!.map(({ confidence }) => confidence)).toEqual([
			'unsure',
			'fairly-sure',
			'certain'
		]);
	});
});
