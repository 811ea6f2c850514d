import { describe, expect, it } from 'vitest';
import { answersOf, type Outcome } from './examples-of-answers';
import { exampleLessons } from './examples-of-histories';
import { masteryOf, type MasteryLevel } from './mastery';

const size = [{ id: 'cells', objectives: [{ id: 'size' }] }];
const of = (...list: Outcome[]) => masteryOf(size, answersOf(list.map((was) => ({ was }))))[0]!;

describe('mastery of an objective', () => {
	it.each<[string, readonly Outcome[], number, MasteryLevel]>([
		['without an answer there is none yet', [], 0, 'not-yet'],
		['one right answer may be luck', ['right'], 1, 'growing'],
		['two right answers are enough', ['right', 'right'], 1, 'mastered'],
		['1 of 2 is half', ['wrong', 'right'], 0.5, 'growing'],
		['1 of 3 is less than half', ['wrong', 'right', 'wrong'], 1 / 3, 'weak'],
		['3 of 4 are less than 80 %', ['right', 'wrong', 'right', 'right'], 0.75, 'growing'],
		['(2/3 + 3) / 4 are more', ['partly', 'right', 'right', 'right'], 11 / 12, 'mastered'],
		['right later counts as wrong', ['right later', 'right later'], 0, 'weak'],
		['so does right after a hint', ['right after a hint', 'right'], 0.5, 'growing'],
		['and what was only shown', ['shown', 'right', 'shown'], 1 / 3, 'weak'],
		[
			'only the newest four tell: the mistakes are older',
			['wrong', 'wrong', 'right', 'right', 'right', 'right'],
			1,
			'mastered'
		],
		['… or newer', ['right', 'right', 'right', 'right', 'wrong', 'wrong', 'wrong'], 0.25, 'weak']
	])('%s', (_reason, list, share, level) => {
		const mastery = of(...list);
		expect([mastery.level, mastery.answers]).toEqual([level, list.length]);
		expect(mastery.share).toBeCloseTo(share);
	});

	it.each<[string, readonly number[], number, number, MasteryLevel]>([
		['10 + 4 + 9 + 9 of 4 x 10 are 80 %', [10, 4, 9, 9], 10, 0.8, 'mastered'],
		['1 + 1 + 3 + 1 of 4 x 3 are half', [1, 1, 3, 1], 3, 0.5, 'growing']
	])('is not lost to fractions: %s', (_reason, points, possible, share, level) => {
		const marks = points.map((earned) => ({ mark: { earned, possible } }));
		const [mastery] = masteryOf(size, answersOf(marks));
		// As floating-point numbers they add up to a little less.
		expect(mastery!.share).toBeLessThan(share);
		expect(mastery!.level).toBe(level);
	});
});

describe('mastery of all objectives', () => {
	it('stands in the order of the lessons, each for itself', () => {
		const answers = answersOf([
			{ lesson: 'genes', objective: 'origin' },
			{ lesson: 'genes', objective: 'origin' },
			{ lesson: 'cells', objective: 'origin', was: 'wrong' }
		]);
		expect(
			masteryOf(exampleLessons, answers).map(
				({ lesson, objective, level }) => `${lesson} ${objective} ${level}`
			)
		).toEqual([
			'cells size not-yet',
			'cells origin weak',
			'genes size not-yet',
			'genes origin mastered'
		]);
	});

	it('leaves out what the course does not have', () => {
		const answers = answersOf([{ lesson: 'gone' }, { objective: 'gone' }]);
		expect(masteryOf(size, answers).map(({ level }) => level)).toEqual(['not-yet']);
		expect(masteryOf([], answers)).toEqual([]);
		expect(masteryOf([{ id: 'empty', objectives: [] }], answers)).toEqual([]);
	});
});
