import { expect, it } from 'vitest';
import { exampleAssignment } from '#lib/training/examples-of-assignments';
import { outcomesOf } from './assigned-outcomes';

const terms = [{ assignment: exampleAssignment.id, revision: 1, passMark: 0.8, due: 1000 }];
const outcome = (earned: number, ended: number, due?: number | null) =>
	outcomesOf(
		terms,
		{ earned, possible: 10 },
		ended,
		due === undefined ? [] : [{ ...exampleAssignment, due }]
	)[0]!;

it('passes by the pass mark of then', () => {
	expect([outcome(8, 1).passed, outcome(7.9, 1).passed, outcome(8, 1).passMark]).toEqual([
		true,
		false,
		0.8
	]);
});

it('is late after the due date, unless a later revision gives more time', () => {
	expect(outcome(8, 1000).late).toBe(false);
	expect(outcome(8, 1001).late).toBe(true);
	expect(outcome(8, 1001, 900).late).toBe(true);
	expect(outcome(8, 1001, 2000).late).toBe(false);
	expect(outcome(8, 1001, null).late).toBe(false);
});

it('has no title for what is not on the list any more', () => {
	expect([outcome(8, 1).title, outcome(8, 1, 1000).title]).toEqual([null, 'Week 1']);
});
