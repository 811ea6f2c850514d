import { describe, expect, it } from 'vitest';
import { certificateOf } from './certificate';
import { daysIn, historyOf, type Line } from './examples-of-histories';
import { scoredAttempts } from './scores';

const lessons = [{ id: 'cells' }, { id: 'genes' }];
const names = ['size-1', 'size-2', 'origin-1', 'origin-2'];
/** A whole attempt on a day, with so many of four points; three pass. */
const attempt = (
	lesson: string,
	day: number,
	earned: number,
	part: Partial<Line & { begin: string }> = {}
): Line[] => {
	const id = `${lesson} ${day}`;
	return [
		{ begin: id, mode: 'test', lesson, paper: names, ...part },
		{ end: id, at: day, earned }
	];
};
const certificate = (...attempts: Line[][]) =>
	certificateOf(lessons, scoredAttempts(historyOf(attempts.flat())));
const told = (...attempts: Line[][]) => {
	const { lessons, on } = certificate(...attempts);
	const days = (at: number | null) =>
		at === null ? null : (at - daysIn(0)) / (daysIn(1) - daysIn(0));
	return [...lessons.map((line) => [line.share, days(line.on)]), days(on)];
};
const missing = [null, null];

describe('a certificate', () => {
	it.each<[string, readonly Line[][], readonly unknown[]]>([
		['asks for everything at first', [], [missing, missing, null]],
		['has a lesson whose test was passed', [attempt('cells', 2, 3)], [[0.75, 2], missing, null]],
		[
			'is complete with the last of them, whichever that is',
			[attempt('genes', 3, 4), attempt('cells', 5, 3)],
			[[0.75, 5], [1, 3], 5]
		],
		['takes no practice', [attempt('cells', 2, 4, { mode: 'practice' })], [missing, missing, null]],
		['takes no test that was not passed', [attempt('cells', 2, 2)], [missing, missing, null]],
		[
			'takes no test that is under way',
			[attempt('cells', 2, 4).slice(0, 1)],
			[missing, missing, null]
		],
		[
			'shows the best share, and the day of the first pass',
			[attempt('cells', 2, 3), attempt('cells', 4, 4), attempt('cells', 6, 1)],
			[[1, 2], missing, null]
		],
		[
			'takes the pass mark that was in force',
			[attempt('cells', 2, 2, { rules: { passMark: 0.5 } })],
			[[0.5, 2], missing, null]
		],
		['takes no other lesson', [attempt('gone', 2, 4)], [missing, missing, null]]
	])('%s', (_reason, attempts, expected) => {
		expect(told(...attempts)).toEqual(expected);
	});

	it('takes a test that a changed key lets pass, on the day on which it ended', () => {
		const id = 'cells 2';
		const tried: Line[] = [
			{ begin: id, mode: 'test', paper: names },
			{ in: id, question: 'size-1', step: { earned: 0, possible: 1 } },
			{ end: id, at: 2, earned: 2 },
			{ in: id, question: 'size-1', step: { remarked: 1 }, at: 9 }
		];
		expect(told(tried)).toEqual([[0.75, 2], missing, null]);
	});

	it('of a course without lessons is never complete', () => {
		expect(certificateOf([], [])).toEqual({ lessons: [], on: null });
	});
});
