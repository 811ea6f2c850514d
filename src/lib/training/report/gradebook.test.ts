import { describe, expect, it } from 'vitest';
import { daysIn, type Line } from '#lib/progress/examples-of-histories';
import { answerRows } from '../marking/answer-rows';
import type { Assignment } from '../assignment';
import {
	assigned,
	attemptLines,
	chose,
	courseOf,
	givenOf,
	resultOf
} from '../marking/examples-of-marking';
import { gradebookOf } from './gradebook';

const three: readonly Line[] = [
	...attemptLines('a', ['right', 'wrong'], { at: 0 }),
	...attemptLines('b', ['right', 'right'], { at: 1 }),
	...attemptLines('c', ['wrong', 'wrong'], { at: 2 })
];
const objectives = [
	{ lesson: 'cells', objective: 'size' },
	{ lesson: 'cells', objective: 'origin' },
	{ lesson: 'genes', objective: 'size' }
];

function rowOf(lines: readonly Line[], rules: Partial<Assignment['rules']> = {}) {
	const given = givenOf([assigned({ rules })]);
	return gradebookOf(given, [resultOf(lines, { given })], objectives).rows[0]!;
}

describe('the attempt that counts', () => {
	// 1 of 2, 2 of 2, 0 of 2; 70 % passes.
	it.each([
		['best', 1, true, 'b', [1, 1, null]],
		['first', 0.5, false, 'a', [1, 0, null]],
		['last', 0, false, 'c', [0, 0, null]],
		['mean', 0.5, false, null, [2 / 3, 1 / 3, null]]
	] as const)('is the %s', (counts, share, passed, attempt, shares) => {
		const row = rowOf(three, { counts });
		expect(row.cells[0]).toMatchObject({ share, passed, attempt, complete: 3 });
		expect(row.cells[1]).toMatchObject({ share: null, passed: false, attempt: null, complete: 0 });
		expect(row.objectives).toEqual(shares);
	});

	// Begun at days 0, 1 and 2, ended 3 minutes later.
	it.each([
		['best', 0.7, 1],
		['best', 0.5, 0],
		['first', 0.5, 0],
		['first', 0.7, null],
		['last', 0, 2],
		['last', 0.7, null],
		['mean', 0.5, 2],
		['mean', 0.6, null]
	] as const)('by %s is passed at %d when one passes', (counts, passMark, day) => {
		const [cell] = rowOf(three, { counts, passMark }).cells;
		expect(cell!.passedAt).toBe(day === null ? null : daysIn(day) + 3 * 60_000);
	});

	it('is none that was one too many', () => {
		const row = rowOf(three, { attempts: 1 });
		expect(row.cells[0]).toMatchObject({ share: 0.5, attempt: 'a', complete: 1 });
		expect(row.cells[0]!.notes).toEqual(['too-many']);
	});

	it('is passed by the pass mark of its own revision', () => {
		const first = assigned({ rules: { passMark: 0.5 } });
		const given = givenOf([first, { ...assigned({ rules: { passMark: 0.9 } }), revision: 2 }]);
		const result = resultOf(three.slice(0, 4), { given, revision: 1 });
		expect(gradebookOf(given, [result]).rows[0]!.cells[0]).toMatchObject({
			share: 0.5,
			passed: true
		});
	});
});

describe('a learner', () => {
	const genes = attemptLines('g', ['right', 'wrong'], { at: 3, lesson: 'genes' });

	it('has the mean of the lessons, and is done when all are', () => {
		const half = rowOf(three.slice(0, 8));
		expect(half).toMatchObject({ mean: 1, finished: null, passed: false });
		const whole = rowOf([...three.slice(0, 8), ...genes]);
		expect(whole).toMatchObject({ mean: 0.75, passed: false });
		// Begun at day 3, two answers and the end a minute after each other.
		expect(whole.finished).toBe(daysIn(3) + 3 * 60_000);
		expect(rowOf([...three.slice(0, 8), ...genes], { passMark: 0.5 }).passed).toBe(true);
	});

	it('has time, tries, hints, languages and confidence', () => {
		const row = rowOf([
			{ begin: 'a', paper: ['size-1', 'origin-1'], mode: 'test' },
			{ in: 'a', question: 'size-1', step: { confidence: 'certain' } },
			{ in: 'a', question: 'origin-1', step: { confidence: 'certain' } },
			{ in: 'a', question: 'size-1', step: chose('right') },
			{ in: 'a', question: 'origin-1', step: chose('wrong') },
			{ in: 'a', question: 'origin-1', step: { hint: 0 } },
			{ end: 'a' }
		]);
		expect(row).toMatchObject({
			time: 6 * 60_000,
			tries: 2,
			hints: 1,
			languages: { en: 2, ar: 0 },
			confidence: {
				unsure: { answers: 0, right: null },
				certain: { answers: 2, right: 0.5 }
			}
		});
	});

	it('has a least share where a question could not be marked', () => {
		const course = courseOf(({ id }) =>
			id === 'size-1' ? { hash: { marking: 'newer', text: 't' } } : {}
		);
		const given = givenOf();
		const result = resultOf(attemptLines('a', ['right', 'right']), { given }, course);
		const [cell] = gradebookOf(given, [result]).rows[0]!.cells;
		expect(cell).toMatchObject({ share: 0.5, unmarked: 1, notes: ['unknown-version'] });
	});
});

it('sets each answer beside the right one', () => {
	const rows = answerRows(resultOf(three), courseOf());
	expect(rows).toHaveLength(6);
	expect(rows[1]).toMatchObject({
		learner: 'member-1',
		name: 'Amal',
		lesson: 'cells',
		attempt: 'a',
		nth: 1,
		question: 'origin-1',
		response: { chosen: 'wrong' },
		right: { chosen: 'right' },
		share: 0
	});
	expect(rows.map(({ nth }) => nth)).toEqual([1, 1, 2, 2, 3, 3]);
});
