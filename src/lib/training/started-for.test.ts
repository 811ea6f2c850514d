import { describe, expect, it } from 'vitest';
import { answersFrom } from '#lib/progress/answers-from';
import { exampleRules } from '#lib/progress/examples';
import type { AttemptRecord } from '#lib/progress/record';
import type { AssignedRules, Assignment } from './assignment';
import { exampleAssignment } from './examples-of-assignments';
import { meetings, met, rulesFor, termsFor } from './started-for';

const now = exampleAssignment.due! - 1000;
const own = { ...exampleRules, timeLimit: 6 * 60_000, extraTime: 1.5, attempts: 1 };
let last = 0;
const assigned = (
	rules: Partial<AssignedRules> = {},
	part: Partial<Assignment> = {}
): Assignment => ({
	...exampleAssignment,
	id: `assignment-${++last}`,
	...part,
	rules: { ...exampleAssignment.rules, ...rules }
});
const attempt = (assignments: readonly string[], part: Partial<AttemptRecord> = {}) =>
	({ lesson: 'cells', mode: 'test', redoOf: null, assignments, ...part }) as AttemptRecord;
const at = (
	assignments: readonly Assignment[],
	attempts: readonly AttemptRecord[] = [],
	part: { mode?: 'test' | 'practice'; lesson?: string; now?: number } = {}
) => meetings(assignments, attempts, { lesson: 'cells', mode: 'test', now, ...part });
const ids = (assignments: readonly Assignment[]) => assignments.map(({ id }) => id);

describe('an attempt', () => {
	it('is for every open assignment of its lesson and mode, the soonest due first', () => {
		const soon = assigned({}, { due: now + 1 });
		const any = assigned({}, { due: null });
		const late = assigned({}, { due: now - 1 });
		const others = [
			assigned({ mode: 'practice' }),
			assigned({}, { lessons: ['genes'] }),
			assigned({}, { opens: now + 1 }),
			assigned({}, { withdrawn: true })
		];
		const found = at([any, ...others, soon, late]);
		expect(ids(met(found))).toEqual(ids([late, soon, any]));
		expect(found.map(({ late }) => late)).toEqual([true, false, false]);
		expect(ids(met(at(others, [], { mode: 'practice' })))).toEqual(ids([others[0]!]));
		expect(met(at([others[2]!], [], { now: now + 1 }))).toHaveLength(1);
		expect(at([any], [], { lesson: 'proteins' })).toEqual([]);
	});

	it('is not for one whose attempts at this lesson are used up, which is told all the same', () => {
		const one = assigned({ attempts: 2 });
		const other = assigned({ attempts: null });
		const begun = [
			attempt([one.id, other.id]),
			attempt([one.id], { lesson: 'genes' }),
			attempt([one.id], { redoOf: 'earlier' }),
			attempt([])
		];
		expect(at([one, other], begun).map(({ left }) => left)).toEqual([1, null]);
		const used = at([one, other], [...begun, attempt([one.id])]);
		expect(used.map(({ left }) => left)).toEqual([0, null]);
		expect(ids(met(used))).toEqual([other.id]);
	});

	it('has the learner’s own rules where nobody assigned it', () => {
		expect(rulesFor(own, [])).toBe(own);
		expect(termsFor([])).toEqual([]);
	});

	it('has the assignment’s rules in place of the course’s, but for the pass mark of the standing', () => {
		const none = assigned({ timeLimit: null, attempts: null, counts: 'last', passMark: 0.9 });
		expect(rulesFor(own, [none])).toEqual({
			passMark: own.passMark,
			timeLimit: null,
			extraTime: 1.5,
			confidence: false,
			attempts: null,
			counts: 'last'
		});
	});

	it('has of several assignments the strictest of each rule', () => {
		const rules = rulesFor(own, [
			assigned({ timeLimit: 900_000, attempts: null, confidence: true, counts: 'first' }),
			assigned({ timeLimit: 600_000, attempts: 3, extraTime: false, counts: 'last' }),
			assigned({ timeLimit: null, attempts: 5 })
		]);
		expect(rules).toMatchObject({
			timeLimit: 600_000,
			attempts: 3,
			extraTime: 1,
			confidence: true,
			counts: 'first'
		});
	});

	it('has no clock as practice', () => {
		expect(rulesFor(own, [assigned({ mode: 'practice' })]).timeLimit).toBeNull();
	});

	it('keeps the terms of then, and the answers until the last due date that asks for it', () => {
		const one = assigned({ answers: 'after-due', passMark: 0.9 }, { due: 5000, revision: 3 });
		const terms = termsFor([
			assigned({ answers: 'after-attempt' }, { due: 9000 }),
			one,
			assigned({ answers: 'after-due' }, { due: 7000 })
		]);
		expect(terms[1]).toEqual({
			assignment: one.id,
			revision: 3,
			passMark: 0.9,
			due: 5000,
			answersFrom: 5000
		});
		expect(answersFrom({ terms })).toBe(7000);
		expect(answersFrom({ terms: terms.slice(0, 1) })).toBeNull();
		expect(answersFrom({ terms: [] })).toBeNull();
		expect(answersFrom({ terms: termsFor([assigned({}, { due: null })]) })).toBeNull();
		expect(answersFrom({ terms: termsFor([assigned({ mode: 'practice' })]) })).toBeNull();
	});
});
