import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyHistory, arrived } from '#lib/progress/examples-of-any-history';
import type { AttemptRecord, EventRecord, History } from '#lib/progress/record';
import { randomFrom, shuffleWith } from '#lib/quiz/random';
import { assigned, courseOf, givenOf, handedIn, learner } from './examples-of-marking';
import type { OpenedCollected } from './folded-hand-ins';
import { gradebookOf } from '../report/gradebook';
import { checkedHandIn } from '../hand-in-schema';
import { ledgerOf } from '../report/ledger';
import { markLearner } from './marking';
import { ReportBuilder } from '../report/report';

const given = givenOf([
	assigned({ due: Date.UTC(2026, 0, 9), rules: { attempts: 1, timeLimit: 600_000 } }),
	{
		...assigned({
			due: null,
			made: Date.UTC(2027, 0),
			rules: { mode: 'practice', passMark: 0.5, attempts: 1 }
		}),
		revision: 2
	}
]);
const course = courseOf(
	({ id }) => (id.startsWith('size') ? { hash: { marking: 'newer', text: 't' } } : {}),
	{
		draw: 3,
		released: {
			cells: Object.fromEntries(
				['size-1', 'size-2'].map((id) => [id, [{ marking: `m-cells-${id}`, text: 't' }]])
			)
		}
	}
);
const mark = (collected: readonly OpenedCollected[]) =>
	markLearner(collected, learner, given, course);

/** Whatever JSON can hold, and what the kinds look for. */
const response = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ chosen: fc.constantFrom<unknown>('right', 'wrong') })
	},
	fc.record({ chosen: fc.constantFrom<unknown>('right', 'wrong', 'gone', null, [], {}, true) }),
	fc.record({ entered: fc.anything() }, { requiredKeys: [] }),
	fc.jsonValue()
);

/** Several hand-ins over one history: parts of it, at any times, with any responses and terms in them. */
const anyHandIns = fc
	.record({
		history: anyHistory('other'),
		responses: fc.array(response, { minLength: 1, maxLength: 9 }),
		sendings: fc.array(
			fc.record({
				at: fc.integer({ min: 0, max: 9 }),
				received: fc.integer({ min: 0, max: 9 }),
				standing: fc.constantFrom('confirmed' as const, 'unconfirmed' as const),
				revision: fc.integer({ min: 1, max: 3 }),
				share: fc.constantFrom(0.5, 0.8, 1, 1)
			}),
			{ minLength: 1, maxLength: 4 }
		),
		seed: fc.string()
	})
	.map(({ history, responses, sendings, seed }) => {
		const random = randomFrom(seed);
		const hostile: History = {
			...history,
			responses: history.responses.map((one, index) => ({
				...one,
				response: responses[index % responses.length],
				kindVersion: Math.floor(random() * 3)
			})) as History['responses']
		};
		return sendings.map(({ share, ...sending }) =>
			handedIn(partOf(arrived(hostile, seed), share, random), { given, ...sending })
		);
	});

/** Each record once, as the schema asks, and only those of attempts that are in it. */
function partOf(history: History, share: number, random: () => number): History {
	const part = <T extends { id: string }>(records: readonly T[]) =>
		[...new Map(records.map((one) => [one.id, one])).values()].filter(() => random() < share);
	const attempts = part(history.attempts);
	const ids = new Set(attempts.map(({ id }) => id));
	const known = (one: AttemptRecord | EventRecord | object) =>
		'attempt' in one && ids.has(one.attempt as string);
	return {
		attempts,
		responses: part(history.responses).filter(known),
		submissions: part(history.submissions).filter(known),
		events: part(history.events).filter(known)
	};
}

it('marks whatever passed the schemas, and makes a report of it, without an exception', () => {
	fc.assert(
		fc.property(anyHandIns, (handIns) => {
			for (const { handIn } of handIns) expect(() => checkedHandIn(handIn)).not.toThrow();
			const result = mark(handIns);
			for (const { questions, score } of result.attempts) {
				for (const { share } of questions)
					if (share !== null) expect(share).toBeGreaterThanOrEqual(0);
				if (score) expect(score.earned).toBeLessThanOrEqual(score.possible);
			}
			ledgerOf(given, [result], 9);
			gradebookOf(given, [result]);
			const report = new ReportBuilder(given, course, 9);
			report.add([result]);
			expect(() => structuredClone(report.done())).not.toThrow();
		}),
		{ numRuns: 150 }
	);
});

it('gives the same whatever the order of the hand-ins and of the records in them', () => {
	fc.assert(
		fc.property(anyHandIns, fc.string(), (handIns, seed) => {
			const shuffle = shuffleWith(randomFrom(seed));
			const shuffled = shuffle(handIns).map((one) => ({
				...one,
				handIn: {
					...one.handIn,
					records: Object.fromEntries(
						Object.entries(one.handIn.records).map(([table, rows]) => [
							table,
							shuffle<object>(rows)
						])
					) as unknown as typeof one.handIn.records
				}
			}));
			expect(mark(shuffled)).toEqual(mark(handIns));
		}),
		{ numRuns: 150 }
	);
});

it('gives the same marks whatever the clock of the learner says', () => {
	fc.assert(
		fc.property(anyHandIns, fc.integer({ min: -1e9, max: 1e9 }), (handIns, shift) => {
			let nth = 0;
			const moved = handIns.map((one) => ({
				...one,
				handIn: {
					...one.handIn,
					records: Object.fromEntries(
						Object.entries(one.handIn.records).map(([table, rows]) => [
							table,
							rows.map((row) => ({ ...row, at: row.at + (nth++ % 7) * shift }))
						])
					) as unknown as typeof one.handIn.records
				}
			}));
			const marks = (collected: readonly OpenedCollected[]) =>
				mark(collected).attempts.map(({ id, score, passed, questions }) => ({
					id,
					score,
					passed,
					questions: questions.map(({ share, tries, notes }) => ({ share, tries, notes }))
				}));
			expect(marks(moved)).toEqual(marks(handIns));
		}),
		{ numRuns: 80 }
	);
});

it('tries marking on hand-ins that have everything in them', () => {
	const results = fc.sample(anyHandIns, { numRuns: 300, seed: 1 }).map(mark);
	const attempts = results.flatMap((result) => result.attempts);
	const has = (note: string) =>
		attempts.some(({ notes, questions }) =>
			[...notes, ...questions.flatMap((one) => one.notes)].some((one) => one === note)
		);
	for (const note of ['added', 'too-many', 'rules-differ', 'paper-differs', 'score-differs'])
		expect([note, has(note)]).toEqual([note, true]);
	for (const note of ['unknown-version', 'newer-key', 'sender-differs'])
		expect([note, has(note)]).toEqual([note, true]);
	expect(attempts.some(({ late }) => late)).toBe(true);
	expect(results.some(({ handIns }) => handIns > 1)).toBe(true);
	expect(attempts.length).toBeGreaterThan(300);
});
