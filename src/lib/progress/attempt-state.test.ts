import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptState } from './attempt-state';
import { exampleQuestion, logOf, submissionOf, type Step } from './examples';
import type { AttemptLog } from './record';

const right: Step = { earned: 1, possible: 1, response: { chosen: 'right' } };
const wrong: Step = { earned: 0, possible: 1, response: { chosen: 'wrong' } };
const partly: Step = { earned: 2, possible: 3, response: { chosen: ['one', 'two'] } };
const whole: Step = { earned: 3, possible: 3, response: { chosen: ['one', 'two', 'three'] } };

const single = exampleQuestion('single');
const multiple = exampleQuestion('multiple', 'multiple-choice');
const statement = exampleQuestion('statement', 'true-false');

const none = { earned: 0, possible: 1 };

describe('what counts, and when a question is done', () => {
	it.each([
		['nothing was done', single, [], null, false],
		['the first try is right', single, [right], { earned: 1, possible: 1 }, true],
		['the first try is wrong', single, [wrong], none, false],
		['a later try is right: it teaches only', single, [wrong, wrong, right], none, true],
		['the first try is right in part', multiple, [partly], { earned: 2, possible: 3 }, false],
		['credit in part stays', multiple, [partly, whole], { earned: 2, possible: 3 }, true],
		['a hint came before the first try', single, [{ hint: 0 }, right], none, true],
		[
			'… and the try was right in part',
			multiple,
			[{ hint: 0 }, partly],
			{ earned: 0, possible: 3 },
			false
		],
		[
			'a hint came after the first try',
			multiple,
			[partly, { hint: 0 }, whole],
			{ earned: 2, possible: 3 },
			true
		],
		['a hint was all', single, [{ hint: 0 }, { hint: 1 }], none, false],
		['the answer was shown without a try', single, ['answer-shown'], none, true],
		[
			'the answer was shown after a try',
			multiple,
			[partly, 'answer-shown'],
			{ earned: 2, possible: 3 },
			true
		],
		['the answer was shown before a try', single, ['answer-shown', right], none, true],
		['true or false, wrong: there is one try', statement, [wrong], none, true],
		['true or false, right', statement, [right], { earned: 1, possible: 1 }, true],
		['a draft is no try', single, [{ draft: { chosen: 'right' } }], null, false],
		['a flag is no try', single, [{ flagged: true }, 'opened'], null, false]
	] as const)('%s', (_title, question, steps, mark, done) => {
		const [state] = attemptState(logOf([question], steps)).questions;
		expect(state!.mark).toEqual(mark);
		expect(state!.done).toBe(done);
	});

	it('gives each question one point, and none to those without a try', () => {
		const log = logOf(
			[single, multiple, statement],
			[right, { at: 'multiple', step: partly }, { at: 'multiple', step: whole }]
		);
		expect(attemptState(log).score).toEqual({ earned: 1 + 2 / 3, possible: 3 });
	});
});

describe('what is entered now', () => {
	const draft = (chosen: string, tab?: string): Step => ({ draft: { chosen }, tab });
	const now = (...steps: Step[]) => {
		const { response, edited } = attemptState(logOf([single], steps)).questions[0]!;
		return [(response as { chosen: string | null }).chosen, edited];
	};

	it.each([
		['nothing, at first', [], [null, false]],
		['what was entered', [draft('wrong')], ['wrong', true]],
		['the last try', [draft('wrong'), wrong], ['wrong', false]],
		['what was entered after it', [wrong, draft('right')], ['right', true]],
		['the right try, whatever came after', [right, draft('wrong'), wrong], ['right', false]],
		['of two tabs, the later', [draft('right', 'b'), draft('wrong', 'a')], ['wrong', true]],
		['… whichever it was', [draft('right', 'a'), draft('wrong', 'b')], ['wrong', true]],
		[
			'a try of one tab, over an older draft of another',
			[draft('right', 'a'), wrong],
			['wrong', false]
		],
		['nothing that the question does not know', [draft('gone')], [null, true]]
	] as const)('is %s', (_title, steps, expected) => {
		expect(now(...steps)).toEqual(expected);
	});

	it('stays with true or false after its one try', () => {
		const steps: Step[] = [{ ...wrong, response: { chosen: false } }, { draft: { chosen: true } }];
		const [state] = attemptState(logOf([statement], steps)).questions;
		expect([state!.response, state!.edited]).toEqual([{ chosen: false }, false]);
	});
});

describe('the rest', () => {
	it('counts each hint once, though two tabs showed it', () => {
		const [state] = attemptState(
			logOf([single], [{ hint: 0 }, { hint: 0 }, { hint: 1 }])
		).questions;
		expect(state!.hints).toBe(2);
	});

	it('has a flag as it was set last', () => {
		const flagged = (...flags: boolean[]) =>
			attemptState(
				logOf(
					[single],
					flags.map((flagged) => ({ flagged }))
				)
			).questions[0]!.flagged;
		expect([flagged(), flagged(true), flagged(true, false), flagged(false, true)]).toEqual([
			false,
			true,
			false,
			true
		]);
	});

	it('knows the question that was opened last, else the first', () => {
		const questions = [single, multiple, statement];
		const opened = (...ids: string[]) =>
			attemptState(
				logOf(
					questions,
					ids.map((at) => ({ at, step: 'opened' }))
				)
			).current;
		expect([opened(), opened('statement', 'multiple'), opened('statement')]).toEqual([0, 1, 2]);
	});

	it('ends with the first submission, whatever came in first', () => {
		const submissions = [submissionOf('attempt', 9, 8), submissionOf('attempt', 7, 2)];
		const log = { ...logOf([single], []), submissions };
		expect(attemptState(log).submission?.earned).toBe(2);
	});

	it('leaves out a question that the store does not have', () => {
		const log = logOf([single, multiple], [right]);
		const known = new Map([...log.questions].filter(([, { id }]) => id === 'single'));
		const state = attemptState({ ...log, questions: known });
		expect(state.questions.map(({ question }) => question.id)).toEqual(['single']);
	});
});

describe('any log', () => {
	const questions = [single, multiple, statement];
	const step: fc.Arbitrary<Step> = fc.oneof(
		fc.record({
			draft: fc.constantFrom(
				{ chosen: 'right' },
				{ chosen: ['one'] },
				{ chosen: true },
				'broken',
				null
			),
			tab: fc.constantFrom('a', 'b')
		}),
		fc.constantFrom(right, wrong, partly, whole),
		fc.nat({ max: 1 }).map((hint) => ({ hint })),
		fc.boolean().map((flagged) => ({ flagged })),
		fc.constantFrom<Step>('answer-shown', 'opened')
	);
	const steps = (max: number) =>
		fc.array(fc.record({ at: fc.constantFrom('single', 'multiple', 'statement'), step }), {
			maxLength: max
		});
	/** Two devices worked on one attempt, each with its own clock. */
	const log: fc.Arbitrary<AttemptLog> = fc.tuple(steps(12), steps(6)).map(([here, there]) => {
		const [mine, other] = [logOf(questions, here, 'a'), logOf(questions, there, 'b')];
		return {
			...mine,
			drafts: [...mine.drafts, ...other.drafts],
			responses: [...mine.responses, ...other.responses],
			events: [...mine.events, ...other.events],
			submissions: [submissionOf('attempt', 30, 5), submissionOf('attempt', 31, 6, 8, 'b')]
		};
	});
	const tables = ['drafts', 'responses', 'submissions', 'events'] as const;
	const reordered = (
		log: AttemptLog,
		order: <T>(rows: readonly T[]) => readonly T[]
	): AttemptLog => ({
		...log,
		...Object.fromEntries(tables.map((table) => [table, order<unknown>(log[table])]))
	});

	it('gives the same state in whatever order its records arrive', () => {
		fc.assert(
			fc.property(log, fc.infiniteStream(fc.nat()), (log, keys) => {
				const shuffled = reordered(log, (rows) =>
					rows
						.map((row) => ({ row, key: keys.next().value as number }))
						.sort((a, b) => a.key - b.key)
						.map(({ row }) => row)
				);
				expect(attemptState(shuffled)).toEqual(attemptState(log));
			})
		);
	});

	it('gives the same state when records arrive twice', () => {
		fc.assert(
			fc.property(log, (log) => {
				expect(attemptState(reordered(log, (rows) => [...rows, ...rows]))).toEqual(
					attemptState(log)
				);
			})
		);
	});

	it('never earns more than is possible, nor changes what is given to it', () => {
		fc.assert(
			fc.property(log, (log) => {
				const before = structuredClone(log);
				const { score, questions } = attemptState(log);
				expect(score.possible).toBe(3);
				for (const { earned, possible } of [
					score,
					...questions.flatMap(({ mark }) => mark ?? [])
				]) {
					expect(earned).toBeGreaterThanOrEqual(0);
					expect(earned).toBeLessThanOrEqual(possible);
				}
				expect(log).toEqual(before);
			})
		);
	});

	it('counts no try that came after the first', () => {
		fc.assert(
			fc.property(log, (log) => {
				const first = attemptState(log);
				const last = Math.max(...log.responses.map(({ sequence }) => sequence), 40);
				const tried = first.questions.filter(({ tries }) => tries.length);
				const more = tried.map(({ tries }, index) => ({
					...tries[0]!,
					id: `later-${index}`,
					sequence: last + index,
					earned: tries[0]!.possible
				}));
				const state = attemptState({ ...log, responses: [...log.responses, ...more] });
				expect(state.score).toEqual(first.score);
			})
		);
	});
});
