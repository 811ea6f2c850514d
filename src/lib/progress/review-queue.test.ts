import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/quiz/question';
import { answersOf } from './examples-of-answers';
import { daysIn, exampleLessons, historyOf, inPool } from './examples-of-histories';
import { leftToday, lessonsOf, reviewPaper, seenIn } from './review-queue';
import type { ScheduledObjective } from './review-schedule';

const due = (lesson: string, objective: string, lastQuestion = ''): ScheduledObjective => ({
	lesson,
	objective,
	due: daysIn(0),
	stability: 1,
	sureAndWrong: false,
	lastQuestion
});
const pools = new Map(exampleLessons.map(({ id, pool }) => [id, pool as readonly Question[]]));
const all = exampleLessons.flatMap(({ id, objectives }) =>
	objectives.map((objective) => due(id, objective.id))
);
const none = new Map<string, number>();
const named = (
	list: readonly ScheduledObjective[],
	seenAt: ReadonlyMap<string, number> = none,
	count = 8,
	seed = 'seed',
	from: ReadonlyMap<string, readonly Question[]> = pools
) =>
	reviewPaper(list, from, seenAt, count, seed).paper.map(
		({ lesson, question }) => `${lesson} ${question}`
	);

describe('the paper of a review', () => {
	const seen = (...names: string[]) => new Map(names.map((name, index) => [name, index + 1]));
	const one = new Map([['cells', [inPool('cells', 'size-1')]]]);
	const two = new Map([['cells', [inPool('cells', 'size-1'), inPool('cells', 'size-2')]]]);
	const retired = inPool('cells', 'size-3', { retired: true });

	it.each<
		[string, ScheduledObjective, ReadonlyMap<string, number>, readonly Question[], string | null]
	>([
		[
			'the one never seen',
			due('cells', 'size', 'size-1'),
			seen('cells size-1', 'cells size-2'),
			pools.get('cells')!,
			'size-3'
		],
		[
			'the one seen longest ago',
			due('cells', 'size', 'size-3'),
			seen('cells size-2', 'cells size-1', 'cells size-3'),
			pools.get('cells')!,
			'size-2'
		],
		[
			'not the last one, of two of one paper',
			due('cells', 'size', 'size-1'),
			new Map([
				['cells size-1', 4],
				['cells size-2', 4]
			]),
			two.get('cells')!,
			'size-2'
		],
		[
			'… whichever that was',
			due('cells', 'size', 'size-2'),
			new Map([
				['cells size-1', 4],
				['cells size-2', 4]
			]),
			two.get('cells')!,
			'size-1'
		],
		[
			'the last one, where there is no other',
			due('cells', 'size', 'size-1'),
			seen('cells size-1'),
			one.get('cells')!,
			'size-1'
		],
		[
			'the last one, where the other is retired',
			due('cells', 'size', 'size-1'),
			seen('cells size-1'),
			[...one.get('cells')!, retired],
			'size-1'
		],
		['none, where all are retired', due('cells', 'size', 'size-3'), none, [retired], null],
		[
			'none, where the objective is gone',
			due('cells', 'gone', 'size-1'),
			none,
			pools.get('cells')!,
			null
		],
		[
			'what another lesson saw is not seen',
			due('cells', 'size', 'size-1'),
			seen('cells size-1', 'genes size-2', 'cells size-3'),
			pools.get('cells')!,
			'size-2'
		]
	])('takes %s', (_reason, objective, seenAt, pool, expected) => {
		for (const seed of ['one', 'two', 'three', 'four'])
			expect(named([objective], seenAt, 8, seed, new Map([['cells', pool]]))).toEqual(
				expected === null ? [] : [`cells ${expected}`]
			);
	});

	it('asks about each objective once, lessons in turns, the first that is due first', () => {
		const paper = named(all);
		expect(paper.map((name) => name.replace(/-\d/, ''))).toEqual([
			'cells size',
			'genes size',
			'cells origin',
			'genes origin'
		]);
	});

	it('does not ask two questions of one id, since answers name no lesson', () => {
		const pool = (lesson: string) => [inPool(lesson, 'size-1')];
		const from = new Map([
			['cells', pool('cells')],
			['genes', [...pool('genes'), inPool('genes', 'size-2')]]
		]);
		const list = [due('cells', 'size'), due('genes', 'size', 'size-2')];
		expect(named(list, none, 8, 'seed', from)).toEqual(['cells size-1', 'genes size-2']);
	});

	it('is as long as it may be, and passes over what has no question', () => {
		expect(named(all, none, 2)).toHaveLength(2);
		expect(named(all, none, 0)).toEqual([]);
		expect(named([], none)).toEqual([]);
		expect(named([due('gone', 'size'), ...all], none, 1)[0]).toMatch(/^cells size/);
	});

	it('is the same for the same seed, and names the questions that it draws', () => {
		expect(named(all)).toEqual(named(all));
		const { paper, questions } = reviewPaper(all, pools, none, 8, 'seed');
		expect(paper.map(({ question, lesson }) => [lesson, question])).toEqual(
			questions.map(({ id, lesson }) => [lesson, id])
		);
	});

	it('never asks the same of an objective twice in a row, whatever is drawn', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 12 }), (seeds) => {
				const drawnAt = new Map<string, number>();
				let last = '';
				for (const [index, seed] of seeds.entries()) {
					const [name] = named([due('cells', 'size', last)], drawnAt, 8, seed);
					const question = name!.split(' ')[1]!;
					expect(question).not.toBe(last);
					drawnAt.set(name!, index + 1);
					last = question;
				}
				// With three questions, three reviews in a row ask all of them.
				expect(drawnAt.size).toBe(Math.min(3, seeds.length));
			})
		);
	});
});

it('tells when each question was drawn last, in any mode', () => {
	const { attempts } = historyOf([
		{ begin: 'a', paper: ['size-1', 'size-2'] },
		{ begin: 'b', mode: 'review', paper: ['genes:size-1', 'cells:size-2'] },
		{ begin: 'c', redoOf: 'a', paper: ['size-1'] }
	]);
	const expected = new Map([
		['cells size-1', 3],
		['cells size-2', 2],
		['genes size-1', 2]
	]);
	expect(seenIn(attempts)).toEqual(expected);
	expect(seenIn([...attempts].reverse())).toEqual(expected);
});

it('names the lessons of the first objectives that are due, each once', () => {
	expect(lessonsOf(all, 3)).toEqual(['cells', 'genes']);
	expect(lessonsOf(all, 2)).toEqual(['cells']);
	expect(lessonsOf([], 8)).toEqual([]);
});

it.each([
	['nothing is due', 0, [], 0],
	['few are due', 3, [], 3],
	['many are due: a day has eight', 20, [], 8],
	['three were answered today', 20, [1, 1, 1], 5],
	['eight were answered yesterday', 20, [0, 0, 0, 0, 0, 0, 0, 0], 8],
	['more than eight were answered, on two devices', 20, Array(11).fill(1), 0],
	['one was answered, and one is left', 1, [1], 1]
] as const)('tells how much of a day is left where %s', (_reason, count, days, left) => {
	const answers = answersOf(days.map((day) => ({ mode: 'review', at: daysIn(day) })));
	expect(leftToday(count, answers, daysIn(0.5), daysIn(1.5))).toBe(left);
	const quizzes = answersOf(days.map((day) => ({ mode: 'practice', at: daysIn(day) })));
	expect(leftToday(count, quizzes, daysIn(0.5), daysIn(1.5))).toBe(Math.min(8, count));
});
