import { describe, expect, it } from 'vitest';
import { dueToday, type AskedLesson } from './due-today';
import type { Step } from './examples';
import { daysIn, exampleLessons, historyOf, type Line } from './examples-of-histories';

/** The whole day that begins eight hours before the start of histories, so many days later. */
const dayAt = (days: number) => ({
	begin: daysIn(days - 1 / 3),
	end: daysIn(days + 2 / 3) - 1
});
const right: Step = { earned: 1, possible: 1 };
const wrong: Step = { earned: 0, possible: 1 };

/** A whole attempt with these answers, two days being till a right one is due and one till a wrong one. */
const attempt = (
	begin: string,
	at: number,
	answers: Readonly<Record<string, Step>>,
	part: Partial<Line & { begin: string }> = {}
): Line[] => [
	{ ...part, begin, at, paper: Object.keys(answers) },
	...Object.entries(answers).map(([name, step]): Line => ({
		in: begin,
		question: name.split(':').at(-1)!,
		step
	})),
	{ end: begin }
];
const review = { mode: 'review' as const };

const told = (
	lines: readonly Line[],
	today: number,
	lessons: readonly AskedLesson[] = exampleLessons
) => {
	const { due, questions, next } = dueToday(historyOf(lines), dayAt(today), lessons);
	const day = next === null ? null : Math.floor((next - dayAt(0).begin) / (daysIn(1) - daysIn(0)));
	return [due.map(({ lesson, objective }) => `${lesson} ${objective}`), questions, day];
};

const quiz = attempt('a', 0, { 'size-1': right, 'origin-1': wrong });

describe('what is due today', () => {
	it.each<[string, readonly Line[], number, readonly unknown[]]>([
		['nothing at first', [], 0, [[], 0, null]],
		['nothing of what was asked today', quiz, 0, [[], 0, 1]],
		['what was wrong, a day later', quiz, 1, [['cells origin'], 1, 2]],
		[
			'what was right, two days later; the other is overdue',
			quiz,
			2,
			[['cells origin', 'cells size'], 2, null]
		],
		[
			'nothing of what a review asked today: it was wrong again',
			[...quiz, ...attempt('b', 1, { 'cells:origin-2': wrong }, review)],
			1,
			[[], 0, 2]
		],
		[
			'that on the next day',
			[...quiz, ...attempt('b', 1, { 'cells:origin-2': wrong }, review)],
			2,
			[['cells origin', 'cells size'], 2, null]
		],
		[
			'what was only shown in a review is done for today',
			[...quiz, ...attempt('b', 1, { 'cells:origin-2': 'answer-shown' }, review)],
			1,
			[[], 0, 2]
		],
		[
			'an answer in the night is of its own day',
			attempt('a', 0.6, { 'size-1': wrong }),
			1,
			[['cells size'], 1, null]
		],
		[
			'what was dated a year ahead',
			attempt('a', 365, { 'size-1': right }),
			3,
			[['cells size'], 1, null]
		]
	])('%s', (_reason, lines, today, expected) => {
		expect(told(lines, today)).toEqual(expected);
	});

	it.each<[string, readonly AskedLesson[], readonly string[]]>([
		['a lesson', [], []],
		['an objective', [{ id: 'cells', objectives: [{ id: 'origin' }] }], ['cells origin']],
		['nothing; objectives are not told', [{ id: 'cells' }], ['cells origin', 'cells size']]
	])('leaves out what the course no longer has: %s', (_reason, lessons, expected) => {
		expect(told(quiz, 5, lessons)[0]).toEqual(expected);
	});
});

describe('a day of review', () => {
	// Twelve objectives, all wrong on the first day.
	const many = Array.from({ length: 12 }, (_, number) => `o${number}`);
	const lesson = [{ id: 'cells', objectives: many.map((id) => ({ id })) }];
	const wrongAt = (names: readonly string[]) =>
		Object.fromEntries(names.map((name) => [`${name}-1`, wrong]));
	const first = attempt('a', 0, wrongAt(many));
	const reviewed = (count: number, at: number) =>
		attempt('r', at, wrongAt(many.slice(0, count)), { ...review, lesson: 'cells' });

	it.each<[string, readonly Line[], number, number]>([
		['has eight questions of twelve that are due', first, 1, 8],
		['has five after three', [...first, ...reviewed(3, 1)], 1, 5],
		['is over after eight, though four are due', [...first, ...reviewed(8, 1)], 1, 0],
		['begins anew on the next day', [...first, ...reviewed(8, 1)], 2, 8],
		['is not used up by what was dated a year ahead', [...first, ...reviewed(8, 365)], 1, 8],
		['is not used up by a quiz', [...first, ...attempt('b', 1, wrongAt(many.slice(0, 8)))], 1, 4]
	])('%s', (_reason, lines, today, questions) => {
		expect(told(lines, today, lesson)[1]).toBe(questions);
	});
});
