import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/quiz/question';
import type { LearnerResult, MarkedAttempt, MarkedQuestion } from './collected';
import { choicesIn, choicesOffered } from './choices-in';
import { Correlation } from './correlation';
import { courseOf } from './examples-of-marking';
import { itemsOf, ItemTally, type Item } from './item-analysis';
import { commonDifference } from './mantel-haenszel';
import { kinds } from '#lib/quiz/kinds';
import { exampleQuestion } from '#lib/progress/examples';

describe('correlation', () => {
	const of = (pairs: readonly (readonly [number, number])[]) => {
		const correlation = new Correlation();
		for (const [x, y] of pairs) correlation.add(x, y);
		return correlation;
	};

	it("is Pearson's: 10, 8.04 … of Anscombe's first set (1973) correlate at 0.816", () => {
		const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
		const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
		expect(of(x.map((one, index) => [one, y[index]!])).value).toBeCloseTo(0.816, 3);
	});

	it('is worked out by hand: four learners, 3 of 4 in agreement', () => {
		// x 1 1 0 0, y 1 0 0 0: covariance 1/8, variances 1/4 and 3/16 => (1/8) / √(3/64) = 1/√3.
		expect(
			of([
				[1, 1],
				[1, 0],
				[0, 0],
				[0, 0]
			]).value
		).toBeCloseTo(1 / Math.sqrt(3), 12);
	});

	it('is unknown where one does not vary', () => {
		expect(of([]).value).toBeNull();
		expect(
			of([
				[1, 0.2],
				[1, 0.4]
			]).value
		).toBeNull();
	});

	it('keeps its digits far from zero', () => {
		expect(
			of([
				[1e9, 1],
				[1e9 + 1, 2],
				[1e9 + 2, 3]
			]).value
		).toBeCloseTo(1, 9);
	});

	it('has the range of Fisher: r 0.5 of 28 pairs lies between 0.156 and 0.736', () => {
		// atanh 0.5 = 0.5493; 1.96 / √25 = 0.392; tanh 0.1573 = 0.1560, tanh 0.9413 = 0.7358.
		// 28 pairs of r = 0.5: of x ±1 and y ±1, 21 agree and 7 do not, in equal halves.
		const agree = Array.from({ length: 21 }, (_, n) => [n < 10.5 ? 1 : -1, n < 10.5 ? 1 : -1]);
		const differ = Array.from({ length: 7 }, (_, n) => [n < 3.5 ? -1 : 1, n < 3.5 ? 1 : -1]);
		const correlation = of([...agree, ...differ] as [number, number][]);
		const [low, high] = correlation.range!;
		expect(correlation.value).toBeCloseTo(0.5, 1);
		expect(low).toBeCloseTo(Math.tanh(Math.atanh(correlation.value!) - 1.96 / 5), 3);
		expect(high).toBeCloseTo(Math.tanh(Math.atanh(correlation.value!) + 1.96 / 5), 3);
		expect(of([[0, 1]]).range).toBeNull();
	});
});

describe('the difference of two groups at equal score', () => {
	it('is that of the admissions to Berkeley (Bickel 1975): odds 0.905, chi square 1.525, chance 0.217', () => {
		// Men admitted and rejected, women admitted and rejected, by department.
		const found = commonDifference([
			[512, 313, 89, 19],
			[353, 207, 17, 8],
			[120, 205, 202, 391],
			[138, 279, 131, 244],
			[53, 138, 94, 299],
			[22, 351, 24, 317]
		])!;
		expect(found.odds).toBeCloseTo(0.9047, 4);
		expect(found.chiSquare).toBeCloseTo(1.5246, 3);
		expect(found.probability).toBeCloseTo(0.2169, 3);
	});

	it('is worked out by hand for one level: 8 of 10 and 2 of 10', () => {
		// Expected 5; variance 10·10·10·10 / (400·19) = 25/19; (8 - 5)² · 19/25 = 6.84; odds 8·8 / 2·2.
		const found = commonDifference([[8, 2, 2, 8]])!;
		expect(found.odds).toBeCloseTo(16, 12);
		expect(found.chiSquare).toBeCloseTo(6.84, 12);
	});

	it('is unknown where no level can be compared', () => {
		expect(commonDifference([])).toBeNull();
		expect(commonDifference([[3, 0, 2, 0]])).toBeNull();
	});
});

const course = courseOf();
const pool = course.lessons.get('cells')!.questions;
const named = (id: string) => pool.find((question) => question.id === id)!;

interface Answered {
	/** Shares by question; a right answer chose 'right'. */
	readonly marks: Readonly<Record<string, number | null>>;
	readonly part?: Partial<MarkedQuestion>;
	readonly attempt?: Partial<MarkedAttempt>;
}

const attemptOf = ({ marks, part, attempt }: Answered): MarkedAttempt => ({
	id: 'a',
	lesson: 'cells',
	mode: 'test',
	started: 0,
	ended: 1,
	late: false,
	received: 1,
	time: 0,
	extraTime: 1,
	score: { earned: 0, possible: 2 },
	passed: false,
	notes: [],
	questions: Object.entries(marks).map(([question, share]) => ({
		question,
		objective: 'size',
		share,
		response: { chosen: share === 1 ? 'right' : 'wrong' },
		tries: 1,
		hints: 0,
		locale: 'en',
		confidence: null,
		time: 1000,
		notes: [],
		...part
	})),
	...attempt
});

function itemsWith(learners: readonly (readonly Answered[])[], questions: readonly Question[]) {
	const tally = new ItemTally(course);
	for (const one of learners)
		tally.add({ attempts: one.map(attemptOf) } as Pick<LearnerResult, 'attempts'>);
	return itemsOf(tally, questions);
}
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
/** So many learners with these marks in 'size-1', 'size-2'. */
const group = (count: number, size1: number, size2: number, part?: Partial<MarkedQuestion>) =>
	times(count, [{ marks: { 'size-1': size1, 'size-2': size2 }, part }]);
const itemOf = (learners: readonly (readonly Answered[])[], id = 'size-1'): Item =>
	itemsWith(learners, [named(id)])[0]!;

describe('a question', () => {
	it('has its facility, choices, time and languages', () => {
		const item = itemOf([
			...group(6, 1, 1),
			...group(3, 0, 1, { locale: 'ar', time: 5000 }),
			...group(1, 0, 0, { tries: 0, response: null, locale: null, time: 0 })
		]);
		expect(item).toMatchObject({
			answers: 10,
			unanswered: 1,
			facility: 0.6,
			choices: [
				{ of: null, id: 'right', count: 6, right: true },
				{ of: null, id: 'wrong', count: 3, right: false }
			],
			// Six of one second and three of five.
			time: 21_000 / 9,
			languages: { en: { answers: 6, facility: 1 }, ar: { answers: 3, facility: 0 } },
			difference: null,
			flags: ['too-few']
		});
	});

	it('discriminates by its correlation with the rest of the paper', () => {
		// 12 both right, 4 only this, 4 only the other, 20 neither: φ = (12·20 - 4·4) / (16·24) = 7/12.
		const item = itemOf([
			...group(12, 1, 1),
			...group(4, 1, 0),
			...group(4, 0, 1),
			...group(20, 0, 0)
		]);
		expect(item.discrimination).toBeCloseTo(7 / 12, 12);
		expect(item.flags).toEqual([]);
	});

	it('is listed though nobody answered it', () => {
		expect(itemsWith([], [named('size-3')])[0]).toMatchObject({
			answers: 0,
			facility: null,
			discrimination: null,
			time: null,
			choices: [{ count: 0 }, { count: 0 }],
			flags: ['too-few']
		});
	});

	it('counts the first complete attempt of each learner that counts, and what could be marked', () => {
		const marks = { 'size-1': 1, 'size-2': 0 };
		const item = itemOf([
			[
				{ marks: { 'size-1': 0 }, attempt: { ended: null } },
				{ marks: { 'size-1': 0 }, attempt: { notes: ['added'] } },
				{ marks },
				{ marks: { 'size-1': 0 } }
			],
			[{ marks: { 'size-1': null, 'size-2': 1 } }],
			[{ marks, attempt: { notes: ['paper-differs'] } }]
		]);
		expect(item).toMatchObject({ answers: 1, facility: 1 });
	});
});

describe('flags', () => {
	const flags = (...learners: (readonly Answered[])[]) => itemOf(learners).flags;

	it('are withheld below 30 answers', () => {
		expect(flags(...group(14, 0, 1), ...group(15, 1, 0))).toEqual(['too-few']);
		expect(flags(...group(15, 0, 1), ...group(15, 1, 0))).toEqual(['key-suspect']);
	});

	it('say too easy and too hard', () => {
		expect(flags(...group(38, 1, 1), ...group(2, 0, 0))).toEqual(['too-easy']);
		expect(flags(...group(37, 1, 1), ...group(3, 0, 0))).toEqual([]);
		expect(flags(...group(8, 1, 1), ...group(32, 0, 0))).toEqual(['too-hard']);
		expect(flags(...group(9, 1, 1), ...group(31, 0, 0))).toEqual([]);
	});

	const inLanguage = (locale: 'en' | 'ar', right: number, wrong: number) => [
		...group(right, 1, 0, { locale }),
		...group(wrong, 0, 1, { locale })
	];

	it('say that languages differ at equal score', () => {
		const learners = [...inLanguage('en', 28, 12), ...inLanguage('ar', 8, 32)];
		const item = itemOf(learners);
		// One level (one of two right): odds 28·32 / 12·8 = 9.33; delta -2.35 · ln 9.33 = -5.249.
		expect(item.difference!.delta).toBeCloseTo(-5.249, 3);
		// (28 - 18)² / (40·40·36·44 / (6400·79)) = 100 / 5.0127.
		expect(item.difference!.chiSquare).toBeCloseTo(19.949, 3);
		expect(item.flags).toContain('languages-differ');
	});

	it('do not take a group that does worse altogether for a question that differs', () => {
		// Half of each level is right in both languages; Arabic has more learners at the low level.
		const learners = [
			...group(30, 1, 1, { locale: 'en' }),
			...group(5, 1, 0, { locale: 'en' }),
			...group(5, 0, 1, { locale: 'en' }),
			...group(5, 1, 0, { locale: 'ar' }),
			...group(5, 0, 1, { locale: 'ar' }),
			...group(30, 0, 0, { locale: 'ar' })
		];
		const item = itemOf(learners);
		expect(item.languages).toMatchObject({ en: { facility: 0.875 }, ar: { facility: 0.125 } });
		expect(item.difference!.chiSquare).toBeCloseTo(0, 12);
		expect(item.flags).not.toContain('languages-differ');
	});

	it('compare no language with fewer than 30 answers', () => {
		expect(itemOf([...inLanguage('en', 28, 12), ...inLanguage('ar', 1, 28)]).difference).toBeNull();
	});

	it('are corrected for the number of questions compared', () => {
		// Chi square 25 · 6400 · 79 / 40⁴ = 4.94, chance 0.026: below 5 %, not below 5 % of two questions.
		const learners = [...inLanguage('en', 25, 15), ...inLanguage('ar', 15, 25)];
		const alone = itemsWith(learners, [named('size-1')])[0]!;
		expect(alone.difference!.probability).toBeGreaterThan(0.025);
		expect(alone.difference!.probability).toBeLessThan(0.05);
		expect(alone.flags).toContain('languages-differ');
		for (const item of itemsWith(learners, [named('size-1'), named('size-2')]))
			expect(item.flags).not.toContain('languages-differ');
	});
});

describe('choices', () => {
	it('of every kind name what is right', () => {
		expect(choicesIn(exampleQuestion('q', 'true-false'), { chosen: false })).toEqual([
			{ of: null, id: 'false' }
		]);
		expect(choicesOffered(exampleQuestion('q', 'true-false'))).toHaveLength(2);
		expect(choicesIn(exampleQuestion('q', 'short-text'), { entered: ' Exosome ' })).toEqual([
			{ of: null, id: 'exosome' }
		]);
		expect(choicesOffered(exampleQuestion('q', 'short-text'))).toEqual([]);
		const items = ['a', 'b', 'c'].map((id) => ({ id, text: {} }));
		const ordering = { ...exampleQuestion('q'), kind: 'ordering', items } as Question;
		expect(choicesIn(ordering, { order: ['b', 'a', 'c'] })).toEqual([
			{ of: '1', id: 'b' },
			{ of: '2', id: 'a' },
			{ of: '3', id: 'c' }
		]);
		const pairs = ['a', 'b'].map((id) => ({ id, left: {}, right: {} }));
		const matching = { ...exampleQuestion('q'), kind: 'matching', pairs, extras: [] } as Question;
		expect(choicesIn(matching, { pairs: { a: 'b' } })).toEqual([{ of: 'a', id: 'b' }]);
		expect(choicesOffered(matching)).toHaveLength(2);
		expect(kinds.size).toBe(9);
	});

	it('that are typed do not fill the memory', () => {
		const typed = { ...exampleQuestion('size-1', 'short-text'), lesson: 'cells' };
		const tally = new ItemTally({
			...course,
			lessons: new Map([['cells', { draw: 1, questions: [typed] }]])
		});
		for (let nth = 0; nth < 1000; nth++) {
			const response = { entered: `text ${nth}` };
			const attempts = [attemptOf({ marks: { 'size-1': 0 }, part: { response } })];
			tally.add({ attempts });
		}
		const [item] = itemsOf(tally, [typed]);
		expect(item!.choices).toHaveLength(200);
		expect(item!.otherChoices).toBe(800);
	});
});
