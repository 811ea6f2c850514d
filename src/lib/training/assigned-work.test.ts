import { describe, expect, it } from 'vitest';
import { recordsOfSittings, type Sitting } from '#lib/progress/examples-of-sittings';
import type { HandInRecord, History } from '#lib/progress/record';
import { bySoonest, isDone, workOf } from './assigned-work';
import type { Assignment } from './assignment';
import { exampleAssignment } from './examples-of-assignments';

const assignment: Assignment = { ...exampleAssignment, lessons: ['cells', 'genes'] };
const now = assignment.due! - 1000;
const sitting = (lesson: string, earned: number, open = false): Sitting => ({
	lesson,
	mode: 'test',
	at: now - 60_000,
	answers: [1, earned].map((earned) => ({ objective: 'size', earned })),
	open
});

/** A history in which these were started for the assignment. */
function history(...sittings: readonly Sitting[]): History {
	const records = recordsOfSittings(sittings);
	const attempts = records.attempts.map((one) => ({ ...one, assignments: [assignment.id] }));
	return { ...records, attempts };
}
const handed = (
	{ attempts }: History,
	complete: boolean,
	receipt: string | null,
	part: Partial<HandInRecord> = {}
): HandInRecord => ({
	id: `digest-${attempts.length}`,
	profile: 'profile',
	assignment: assignment.id,
	attempts: attempts.map(({ id }) => ({ id, complete, upTo: 9 })),
	by: 'file',
	receipt,
	sequence: 10,
	device: 'device',
	at: now,
	...part
});
const work = (some: History, handIns: readonly HandInRecord[] = [], at = now, one = assignment) =>
	workOf(one, some, handIns, at);

describe('work for an assignment', () => {
	it('is told lesson by lesson: under way, complete, what counts, and what is left', () => {
		const some = history(sitting('cells', 1), sitting('genes', 0, true), sitting('cells', 0));
		const { lessons, finished, overdue, attempts } = work(some);
		expect(lessons).toMatchObject([
			{ lesson: 'cells', complete: 2, share: 1, passed: true, left: 0, underWay: null },
			{ lesson: 'genes', complete: 0, share: null, passed: false, left: 1 }
		]);
		expect(lessons[1]!.underWay?.lesson).toBe('genes');
		expect([finished, overdue, attempts.length]).toEqual([false, false, 3]);
	});

	it('leaves out what was not started for it', () => {
		const records = recordsOfSittings([sitting('cells', 1)]);
		expect(work(records).lessons[0]).toMatchObject({ complete: 0, left: 2 });
	});

	it('passes by the assignment’s pass mark and the attempt that counts', () => {
		const some = history(sitting('cells', 1), sitting('cells', 0.5));
		const by = (counts: Assignment['rules']['counts'], passMark = 0.8) =>
			work(some, [], now, { ...assignment, rules: { ...assignment.rules, counts, passMark } })
				.lessons[0]!;
		expect([by('best'), by('first'), by('last'), by('mean')].map(({ passed }) => passed)).toEqual([
			true,
			true,
			false,
			true
		]);
		expect(by('mean', 0.9)).toMatchObject({ share: 0.875, passed: false });
	});

	it('is overdue when it is not finished in time, and never when it is', () => {
		const done = history(sitting('cells', 1), sitting('genes', 1));
		expect(work(history(), [], assignment.due! + 1).overdue).toBe(true);
		expect(work(done, [], assignment.due! + 1)).toMatchObject({ finished: true, overdue: false });
		expect(work(history(), [], Infinity, { ...assignment, due: null }).overdue).toBe(false);
	});

	it('is not yet open, open, or withdrawn', () => {
		const phase = (part: Partial<Assignment>) =>
			work(history(), [], now, { ...assignment, ...part }).phase;
		expect([{}, { opens: now + 1 }, { withdrawn: true }].map(phase)).toEqual([
			'open',
			'not-yet',
			'withdrawn'
		]);
	});
});

describe('handing in', () => {
	const one = history(sitting('cells', 1));

	it('is received only by a receipt for all that is complete', () => {
		expect(work(history()).handIn).toBe('nothing');
		expect(work(history(sitting('cells', 1, true))).handIn).toBe('nothing');
		expect(work(one).handIn).toBe('not-handed-in');
		expect(work(one, [handed(one, true, null)]).handIn).toBe('sent');
		expect(work(one, [handed(one, true, 'receipt')]).handIn).toBe('received');
	});

	it('of an attempt in progress does not stand for its end', () => {
		const before = handed(one, false, 'receipt');
		expect(work(one, [before]).handIn).toBe('not-handed-in');
		expect(work(history(sitting('cells', 1, true)), [before]).handIn).toBe('received');
		const after = handed(one, true, null, { id: 'later' });
		expect(work(one, [before, after])).toMatchObject({ handIn: 'sent', last: { id: 'later' } });
	});

	it('is open again after a further attempt', () => {
		const two = history(sitting('cells', 0), sitting('cells', 1));
		const first = { ...two, attempts: two.attempts.slice(0, 1) };
		expect(work(two, [handed(first, true, 'receipt')]).handIn).toBe('not-handed-in');
		expect(work(two, [handed(two, true, 'r', { assignment: 'another' })]).handIn).toBe(
			'not-handed-in'
		);
	});
});

it('puts the soonest due first, and last what needs nothing more', () => {
	const of = (id: string, part: Partial<Assignment>) =>
		work(history(), [], now, { ...assignment, id, ...part });
	const all = [
		of('any time', { due: null }),
		of('withdrawn', { withdrawn: true, due: 1 }),
		of('later', { due: now + 5 }),
		of('soon', { due: now + 1 })
	].sort(bySoonest);
	expect(all.map(({ assignment }) => assignment.id)).toEqual([
		'soon',
		'later',
		'any time',
		'withdrawn'
	]);
	expect(all.map(isDone)).toEqual([false, false, false, true]);
});
