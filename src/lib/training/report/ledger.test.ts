import { describe, expect, it } from 'vitest';
import { daysIn } from '#lib/progress/examples-of-histories';
import type { LearnerResult } from '../collected';
import { assigned, attemptLines, givenOf, member, resultOf } from '../marking/examples-of-marking';
import { ledgerOf, missingIn } from './ledger';

const due = daysIn(5);
const roster = [
	member('amal', { name: 'Amal', number: 'E-1', department: 'Ward A' }),
	member('bilal', { name: 'Bilal', department: 'Ward A' }),
	member('carla', { name: 'Carla', department: 'Ward B' }),
	member('dina', { name: 'Dina', department: 'Ward A', left: daysIn(1) })
];
const given = givenOf([assigned({ due })], roster);

const cells = (at: number) => attemptLines('a', ['right', 'right'], { at });
const genes = (at: number) => attemptLines('b', ['right', 'right'], { at, lesson: 'genes' });
const result = (learner: string, lines: Parameters<typeof resultOf>[0], part = {}) =>
	({ ...resultOf(lines, { given, at: daysIn(3), ...part }), learner }) as LearnerResult;

const ledger = (...results: LearnerResult[]) => ledgerOf(given, results, daysIn(9));
const row = (results: LearnerResult) => ledger(results).rows.find((one) => one.learner === 'amal')!;

describe('what is known of a learner', () => {
	it('is nothing before a hand-in came: not that nothing was done', () => {
		expect(ledger().rows[0]).toMatchObject({
			learner: 'amal',
			name: 'Amal',
			heard: 'nothing',
			standing: null,
			asOf: null,
			received: null,
			cells: [{ heard: 'nothing' }, { heard: 'nothing' }]
		});
	});

	it.each([
		['no attempt', [], 'accepted', ['accepted', 'accepted']],
		['half an attempt', cells(1).slice(0, 2), 'in-progress', ['in-progress', 'accepted']],
		['one lesson', cells(1), 'in-progress', ['complete', 'accepted']],
		['all lessons', [...cells(1), ...genes(2)], 'complete', ['complete', 'complete']]
	] as const)('with %s in the hand-in is "%s"', (_what, lines, heard, lessons) => {
		const found = row(result('amal', lines));
		expect(found).toMatchObject({ heard, asOf: daysIn(3), standing: 'confirmed' });
		expect(found.cells.map((cell) => cell.heard)).toEqual(lessons);
	});

	it('counts no attempt that the student added', () => {
		const added = result('amal', cells(1), { change: () => ({ assignments: [] }) });
		expect(row(added)).toMatchObject({ heard: 'accepted', cells: [{ attempts: 0 }, {}] });
	});
});

describe('late', () => {
	it('is finished after due by the clock of the learner, and received after due is another thing', () => {
		const inTime = row(result('amal', cells(1), { received: daysIn(8) }));
		expect(inTime).toMatchObject({ late: false, receivedAfterDue: true });
		const late = row(result('amal', cells(6), { received: daysIn(4) }));
		expect(late).toMatchObject({ late: true, receivedAfterDue: false });
	});

	it('is said of the first complete attempt: another one later takes nothing away', () => {
		const lines = [...cells(1), ...attemptLines('c', ['right', 'right'], { at: 7 })];
		expect(row(result('amal', lines)).cells[0]).toMatchObject({ late: false, attempts: 2 });
	});
});

describe('counts', () => {
	const full = ledger(
		result('amal', [...cells(1), ...genes(6)], { received: daysIn(8), standing: 'unconfirmed' }),
		result('bilal', cells(1)),
		result('dina', [...cells(1), ...genes(2)]),
		result('signer.profile', cells(1))
	);

	it('are of the roster without leavers', () => {
		expect(full.counts).toEqual({
			assigned: 3,
			nothing: 1,
			accepted: 0,
			inProgress: 1,
			complete: 1,
			late: 1,
			receivedAfterDue: 1,
			unconfirmed: 1,
			leavers: 1,
			offRoster: 1
		});
	});

	it('stand beside everybody in the order of the roster, and who is not on it behind them', () => {
		expect(full.rows.map(({ learner, onRoster }) => [learner, onRoster])).toEqual([
			['amal', true],
			['bilal', true],
			['carla', true],
			['dina', true],
			['signer.profile', false]
		]);
		expect(full.rows.at(-1)).toMatchObject({ name: 'Amal', number: 'E-1', department: '' });
	});

	it('do not pretend to know how many there are without a roster', () => {
		const open = givenOf([assigned({ due })]);
		const counts = ledgerOf(open, [result('one', cells(1)), result('two', [])], 0).counts;
		expect(counts).toMatchObject({ assigned: null, inProgress: 1, accepted: 1, offRoster: 0 });
	});

	it('name those who are missing by department, leavers and strangers aside', () => {
		expect(missingIn(full)).toEqual([
			{
				department: 'Ward A',
				learners: [{ id: 'bilal', name: 'Bilal', number: 'E-1', heard: 'in-progress' }]
			},
			{
				department: 'Ward B',
				learners: [{ id: 'carla', name: 'Carla', number: '', heard: 'nothing' }]
			}
		]);
		expect(missingIn(full, 'Ward B').map(({ department }) => department)).toEqual(['Ward B']);
	});
});
