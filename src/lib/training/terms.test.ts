import { describe, expect, it } from 'vitest';
import { daysIn } from '#lib/progress/examples-of-histories';
import type { AttemptRecord } from '#lib/progress/record';
import type { LearnerResult } from './collected';
import {
	assigned,
	attemptLines,
	chose,
	courseOf,
	givenOf,
	handedIn,
	historyOf,
	learner,
	resultOf
} from './marking/examples-of-marking';
import { markLearner } from './marking/marking';

const one = ({ attempts }: LearnerResult) => attempts[0]!;

describe('rules', () => {
	const lines = attemptLines('a', ['right', 'wrong']);
	const strict = assigned({ rules: { passMark: 0.5 } });
	const given = givenOf([strict, { ...assigned({ rules: { passMark: 0.9 } }), revision: 2 }]);

	it('are those of the revision that an attempt was started by', () => {
		expect(one(resultOf(lines, { given, revision: 1 }))).toMatchObject({ passed: true, notes: [] });
		expect(one(resultOf(lines, { given, revision: 2 }))).toMatchObject({
			passed: false,
			notes: []
		});
	});

	it('are those of the last one where there is no such revision', () => {
		const result = resultOf(lines, { given, revision: 7 });
		expect(one(result)).toMatchObject({ passed: false, notes: ['rules-differ'] });
	});

	const terms = (part: object) => (attempt: AttemptRecord) => ({
		terms: attempt.terms.map((one) => ({ ...one, ...part }))
	});
	it.each<[string, (attempt: AttemptRecord) => Partial<AttemptRecord>]>([
		['another pass mark', terms({ passMark: 0.1 })],
		['another due date', terms({ due: 1e12 })],
		['a time limit', ({ rules }) => ({ rules: { ...rules, timeLimit: 1 } })],
		['more extra time than there is', ({ rules }) => ({ rules: { ...rules, extraTime: 3 } })],
		['no terms at all', () => ({ terms: [] })]
	])('in a file only say that they differ: %s', (_why, change) => {
		const result = resultOf(lines, { change });
		expect(one(result)).toMatchObject({ passed: false, notes: ['rules-differ'] });
	});

	it('may be stricter where an attempt is for two assignments', () => {
		const two = (timeLimit: number | null) => (attempt: AttemptRecord) => ({
			assignments: [...attempt.assignments, 'other'],
			rules: { ...attempt.rules, timeLimit }
		});
		const timed = givenOf([assigned({ rules: { timeLimit: 600_000 } })]);
		expect(one(resultOf(lines, { given: timed, change: two(60_000) })).notes).toEqual([]);
		expect(one(resultOf(lines, { given: timed, change: two(null) })).notes).toEqual([
			'rules-differ'
		]);
	});

	it.each<[string, Partial<AttemptRecord>]>([
		['names no assignment', { assignments: [], terms: [] }],
		['is practice', { mode: 'practice' }],
		['is of a lesson that is not asked for', { lesson: 'else' }],
		['goes over missed questions', { redoOf: 'b' }]
	])('do not hold for an attempt that %s: it was added', (_why, part) => {
		const result = resultOf(lines, { change: () => part });
		expect(one(result).notes).toContain('added');
		expect(one(result).notes).not.toContain('rules-differ');
	});

	it('leave reviews out', () => {
		expect(resultOf(lines, { change: () => ({ mode: 'review' }) }).attempts).toEqual([]);
	});
});

describe('attempts beyond the allowed number', () => {
	const given = givenOf([assigned({ rules: { attempts: 1 } })]);
	const lines = [
		...attemptLines('a', ['wrong', 'wrong']),
		...attemptLines('b', ['right', 'right']),
		...attemptLines('c', ['right', 'right'], { lesson: 'genes' })
	];
	const notes = (result: LearnerResult) => result.attempts.map(({ id, notes }) => [id, notes]);
	const expected = [
		['a', []],
		['b', ['too-many']],
		['c', []]
	];

	it('do not count, lesson by lesson, in the order in which they were started', () => {
		expect(notes(resultOf(lines, { given }))).toEqual(expected);
	});

	it('are told by the sequence, whatever the clock says and which hand-in came first', () => {
		const history = historyOf([
			...attemptLines('a', ['wrong', 'wrong'], { at: 10 }),
			...attemptLines('b', ['right', 'right'], { at: 2 }),
			...attemptLines('c', ['right', 'right'], { lesson: 'genes', at: 1 })
		]);
		const part = (id: string, received: number) => {
			const mine = { ...history, attempts: history.attempts.filter((one) => one.id === id) };
			return handedIn(mine, { given, received });
		};
		const parts = [part('b', 1), part('c', 2), part('a', 3)];
		expect(notes(markLearner(parts, learner, given, courseOf()))).toEqual(expected);
	});
});

describe('time', () => {
	const due = daysIn(2);
	const at = (days: number) => attemptLines('a', ['right', 'right'], { at: days });
	const first = assigned({ due });

	it('is late after the due date, by the clock of the learner', () => {
		const given = givenOf([first]);
		expect(one(resultOf(at(1), { given })).late).toBe(false);
		expect(one(resultOf(at(2), { given })).late).toBe(true);
	});

	it('is longer where a later revision gave more before the end', () => {
		const extended = { ...assigned({ due: daysIn(9), made: daysIn(1.5) }), revision: 2 };
		const given = givenOf([first, extended]);
		expect(one(resultOf(at(3), { given, revision: 1 })).late).toBe(false);
		expect(one(resultOf(at(9), { given, revision: 1 })).late).toBe(true);
		const tooLate = { ...extended, made: daysIn(5) };
		expect(one(resultOf(at(3), { given: givenOf([first, tooLate]), revision: 1 })).late).toBe(true);
		const shorter = { ...extended, due: daysIn(1) };
		expect(one(resultOf(at(1.5), { given: givenOf([first, shorter]), revision: 1 })).late).toBe(
			false
		);
	});

	it('of collecting is that of the first hand-in that brought the end', () => {
		const lines = at(1);
		const given = givenOf([first]);
		const send = (count: number, received: number) =>
			handedIn(historyOf(lines.slice(0, count)), { given, at: received, received });
		const sent = [send(4, 30), send(2, 10), send(4, 20)];
		const result = markLearner(sent, learner, given, courseOf());
		expect(one(result).received).toBe(20);
		expect(result).toMatchObject({ at: 30, received: 30, handIns: 3 });
	});

	it('with a question open is counted for it, without jumps of the clock', () => {
		const minute = 1 / 1440;
		const opened = (question: string, days: number) =>
			({ in: 'a', question, step: 'opened', at: days }) as const;
		const result = resultOf([
			{ begin: 'a', paper: ['size-1', 'origin-1'], mode: 'test', at: 0 },
			opened('size-1', minute),
			opened('origin-1', 3 * minute),
			// Back to the first one, after a jump of an hour, then the clock is set back.
			opened('size-1', 63 * minute),
			{ in: 'a', question: 'size-1', step: chose('right'), at: 60 * minute },
			{ end: 'a', at: 61 * minute }
		]);
		expect(one(result).questions.map(({ time }) => Math.round(time / 1000))).toEqual([180, 0]);
		expect(Math.round(one(result).time / 1000)).toBe(240);
	});
});

describe('a time limit', () => {
	const minutes = (count: number) => count * 60_000;
	const given = givenOf([assigned({ rules: { timeLimit: minutes(2), extraTime: false } })]);
	const lines = attemptLines('a', ['right', 'right']);
	const extra = ({ rules }: AttemptRecord) => ({ rules: { ...rules, extraTime: 2 } });

	it('is that of the assignment', () => {
		// Each line takes a minute: three go by until the end, one more than is let pass.
		expect(one(resultOf(lines, { given })).notes).toEqual([]);
		const short = givenOf([assigned({ rules: { timeLimit: minutes(1.9), extraTime: false } })]);
		expect(one(resultOf(lines, { given: short })).notes).toEqual(['over-time']);
	});

	it('is longer only where the assignment lets learners take extra time', () => {
		const rules = { timeLimit: minutes(1), extraTime: true };
		const generous = givenOf([assigned({ rules })]);
		expect(one(resultOf(lines, { given: generous })).notes).toEqual(['over-time']);
		expect(one(resultOf(lines, { given: generous, change: extra }))).toMatchObject({
			notes: [],
			extraTime: 2
		});
		expect(one(resultOf(lines, { given, change: extra })).notes).toEqual(['rules-differ']);
	});

	it('ran out while the page was closed, which is no fault', () => {
		const days = 1 / 24;
		const history = historyOf([...lines.slice(0, 1), { ...lines[1]!, at: 5 * days }, { end: 'a' }]);
		const handed = handedIn(history, { given });
		const [attempt] = history.attempts;
		// Ten minutes and a little make a jump; five stay below it, and are over the limit.
		const records = {
			...handed.handIn.records,
			responses: history.responses.map((one) => ({ ...one, at: attempt!.at + minutes(5) })),
			submissions: history.submissions.map((end) => ({
				...end,
				by: 'time' as const,
				at: attempt!.at + minutes(6)
			}))
		};
		const draft = {
			...attempt!,
			attempt: 'a',
			question: 'size-1',
			tab: 't',
			response: { chosen: 'right' },
			kindVersion: 1,
			sequence: attempt!.sequence,
			at: attempt!.at + minutes(1)
		};
		const marked = (drafts: readonly (typeof draft)[]) =>
			markLearner(
				[{ ...handed, handIn: { ...handed.handIn, records: { ...records, drafts } } }],
				learner,
				given,
				courseOf()
			);
		expect(one(marked([draft])).notes).toEqual([]);
		expect(one(marked([])).notes).toEqual(['over-time']);
	});
});
