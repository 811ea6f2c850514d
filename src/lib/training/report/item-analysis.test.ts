import { describe, expect, it } from 'vitest';
import { exampleQuestion } from '#lib/progress/examples';
import type { Question } from '#lib/quiz/question';
import type { LearnerResult, MarkedAttempt, MarkedQuestion } from '../collected';
import { courseOf } from '../marking/examples-of-marking';
import { itemsOf, ItemTally, type Item } from './item-analysis';

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
