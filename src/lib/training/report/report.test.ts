import { describe, expect, it } from 'vitest';
import { daysIn } from '#lib/progress/examples-of-histories';
import type { LearnerResult } from '../collected';
import {
	assigned,
	attemptLines,
	courseOf,
	givenOf,
	member,
	resultOf
} from '../marking/examples-of-marking';
import { ReportBuilder } from './report';
import { histogramOf } from './score-histogram';

const due = daysIn(5);
const given = givenOf(
	// Histories begin at 8:00 UTC, which is noon in Dubai: 0.6 days later it is the next day there.
	[assigned({ due, made: daysIn(0), timeZone: 'Asia/Dubai' })],
	[
		member('amal', { department: 'Ward A' }),
		member('bilal', { department: 'Ward A' }),
		member('carla', { department: 'Ward B' }),
		member('dina', { department: 'Ward B', left: daysIn(1) })
	]
);
const course = courseOf();

const whole = (at: number, right: readonly ['right' | 'wrong', 'right' | 'wrong']) => [
	...attemptLines('a', right, { at }),
	...attemptLines('b', right, { at: at + 0.01, lesson: 'genes' })
];
const result = (learner: string, lines: Parameters<typeof resultOf>[0], received = daysIn(6)) =>
	({ ...resultOf(lines, { given, received }, course), learner }) as LearnerResult;
const results = [
	result('amal', whole(0, ['right', 'right'])),
	result('bilal', attemptLines('a', ['right', 'wrong'], { at: 0.6 })),
	result('dina', whole(0, ['right', 'right'])),
	result('signer.profile', whole(1, ['right', 'wrong']))
];

function reportOf(...parts: (readonly LearnerResult[])[]) {
	const builder = new ReportBuilder(given, course, daysIn(9));
	for (const part of parts) builder.add(part);
	return builder.done();
}
const report = reportOf(results);

describe('a report', () => {
	it('is the same in whatever pieces and order the results come', () => {
		const [a, b, c, d] = results as [LearnerResult, LearnerResult, LearnerResult, LearnerResult];
		expect(reportOf([d], [], [c, b], [a])).toEqual(report);
		expect(structuredClone(report)).toEqual(report);
	});

	it('says as of when, and by what', () => {
		expect(report).toMatchObject({ asOf: daysIn(9), marking: 'marking-1', revision: 1, due });
		expect(report.gradebook.map(({ learner }) => learner)).toEqual([
			'amal',
			'bilal',
			'dina',
			'signer.profile'
		]);
		expect(report.ledger).toHaveLength(5);
	});

	it('sums up departments without leavers, and strangers apart', () => {
		const rest = { late: 0, unconfirmed: 0 };
		expect(report.departments).toEqual([
			{
				department: 'Ward A',
				assigned: 2,
				heard: 2,
				finished: 1,
				passed: 1,
				notReceived: 0,
				...rest
			},
			{
				department: 'Ward B',
				assigned: 1,
				heard: 0,
				finished: 0,
				passed: 0,
				notReceived: 1,
				...rest
			},
			{
				department: null,
				assigned: null,
				heard: 1,
				finished: 1,
				passed: 0,
				notReceived: null,
				...rest
			}
		]);
		expect(report.total).toEqual({
			department: null,
			assigned: 3,
			heard: 2,
			finished: 1,
			passed: 1,
			notReceived: 1,
			...rest
		});
	});

	it('says of how many of the finished it is not known who they are', () => {
		const unconfirmed = (one: LearnerResult): LearnerResult => ({
			...one,
			standing: 'unconfirmed'
		});
		const { departments, total } = reportOf(results.map(unconfirmed));
		expect(departments.map(({ finished, unconfirmed }) => [finished, unconfirmed])).toEqual([
			[1, 1],
			[0, 0],
			[1, 1]
		]);
		expect(total.unconfirmed).toBe(1);
	});

	it('knows no number of the assigned without a roster', () => {
		const open = new ReportBuilder({ ...given, roster: [] }, course, 0);
		open.add(results);
		expect(open.done().total).toMatchObject({ assigned: null, heard: 4, notReceived: null });
	});

	it('has a histogram of means and a heat map, leavers aside in the first', () => {
		expect(report.histogram.map(({ learners }) => learners)).toEqual([
			0, 0, 0, 0, 0, 2, 0, 0, 0, 1
		]);
		expect(report.objectives).toHaveLength(4);
		expect(report.gradebook[1]!.objectives).toEqual([1, 0, null, null]);
	});

	it('has the due date on the day of the time zone', () => {
		const late = givenOf([assigned({ due: daysIn(5.6), timeZone: 'Asia/Dubai' })]);
		expect(new ReportBuilder(late, course, 0).done().dueDay).toBe('2026-01-07');
		expect(new ReportBuilder(givenOf(), course, 0).done().dueDay).toBeNull();
	});

	it('has completion by the days of the time zone, leavers and strangers aside', () => {
		expect(report.completion).toEqual([
			{ day: '2026-01-01', finished: 1, lessons: 2 },
			// Of Bilal, whose 22:24 UTC is the next day in Dubai.
			{ day: '2026-01-02', finished: 1, lessons: 3 }
		]);
	});

	it('has the completion of everybody where there is no roster', () => {
		const open = new ReportBuilder({ ...given, roster: [] }, course, 0);
		open.add(results);
		expect(open.done().completion.at(-1)).toMatchObject({ finished: 3, lessons: 7 });
	});

	it('does not believe a clock that says more than can be', () => {
		const early = result('amal', whole(-400, ['right', 'right']), daysIn(2));
		const late = result('bilal', whole(400, ['right', 'right']), daysIn(2));
		expect(reportOf([early, late]).completion).toEqual([
			{ day: '2026-01-01', finished: 1, lessons: 2 },
			{ day: '2026-01-03', finished: 2, lessons: 4 }
		]);
	});

	it('lists every question of the lessons, retired ones only where they were answered', () => {
		const retired = courseOf(({ id }) => ({ retired: id === 'size-1' || id === 'size-2' }));
		const builder = new ReportBuilder(given, retired, 0);
		builder.add(results.slice(0, 1));
		const ids = builder.done().items.map(({ lesson, question }) => `${lesson} ${question}`);
		expect(ids).toContain('cells size-1');
		expect(ids).not.toContain('cells size-2');
		expect(report.items).toHaveLength(12);
	});
});

it('puts shares into tenths, the whole into the last', () => {
	const counts = histogramOf([0, 0.1, 0.3, 1 - 1e-12, 1, 2 / 3]).map(({ learners }) => learners);
	expect(counts).toEqual([1, 1, 0, 1, 0, 0, 1, 0, 0, 2]);
});
