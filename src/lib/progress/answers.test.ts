import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersIn, type Answer } from './answers';
import { attemptState } from './attempt-state';
import type { Step } from './examples';
import { anyHistory } from './examples-of-any-history';
import { daysIn, historyOf, logIn, type Line } from './examples-of-histories';

const right: Step = { earned: 1, possible: 1 };
const wrong: Step = { earned: 0, possible: 1 };
const partly: Step = { earned: 2, possible: 3 };
const begin: Line = { begin: 'a', paper: ['size-1', 'size-2', 'origin-1'] };
const answers = (...lines: Line[]) => answersIn(historyOf(lines));
const toOne = (...steps: Step[]): Line[] => [
	begin,
	...steps.map((step) => ({ in: 'a', question: 'size-1', step }))
];
const one = { earned: 1, possible: 1 };
const none = { earned: 0, possible: 1 };
const two = { earned: 2, possible: 3 };

describe('an answer', () => {
	it.each<[string, readonly Step[], Partial<Answer> | null]>([
		['none: it was only opened', ['opened', { flagged: true }, { confidence: 'certain' }], null],
		['none: a hint is no answer yet', [{ hint: 0 }], null],
		['right at once', [right], { mark: one, first: one, last: one, tries: 1, helped: false }],
		['right in the end', [wrong, wrong, right], { mark: none, first: none, last: one, tries: 3 }],
		[
			'right after a hint',
			[{ hint: 0 }, right],
			{ mark: none, first: one, helped: true, hints: 1 }
		],
		['a hint came later', [partly, { hint: 0 }, right], { mark: two, helped: false, hints: 1 }],
		[
			'shown without a try',
			['answer-shown'],
			{ mark: none, last: none, tries: 0, answerShown: true, helped: true, locale: null }
		],
		[
			'shown after a try',
			[wrong, 'answer-shown'],
			{ mark: none, tries: 1, answerShown: true, helped: false }
		],
		[
			'how sure one was',
			[{ confidence: 'unsure' }, { confidence: 'certain' }, wrong],
			{ confidence: 'certain' }
		],
		['a changed key gave more', [wrong, { remarked: 1 }], { mark: one, first: one, last: one }],
		[
			'… to the first of two tries',
			[wrong, partly, { remarked: 1 }],
			{ mark: one, first: one, last: two }
		],
		['a changed key gave less', [right, { remarked: 0 }], { mark: one, first: one, last: one }],
		[
			'a changed key, after a hint',
			[{ hint: 0 }, wrong, { remarked: 1 }],
			{ mark: none, first: one }
		]
	])('%s', (_reason, steps, expected) => {
		const [answer] = answers(...toOne(...steps));
		if (expected === null) expect(answer).toBeUndefined();
		else expect(answer).toMatchObject({ question: 'size-1', objective: 'size', ...expected });
	});

	it('is over with its last try, or with the showing', () => {
		const [first, second] = answers(
			begin,
			{ at: 1, in: 'a', question: 'size-1', step: wrong },
			{ at: 2, in: 'a', question: 'size-1', step: right },
			{ at: 3, in: 'a', question: 'size-2', step: wrong },
			{ at: 5, in: 'a', question: 'size-2', step: 'answer-shown' }
		);
		expect([first!.at, second!.at]).toEqual([daysIn(2), daysIn(5)]);
	});
});

describe('all answers', () => {
	const step = (attempt: string, question: string, step: Step, device = 'device'): Line => ({
		in: attempt,
		question,
		step,
		device
	});
	const named = (...lines: Line[]) =>
		answers(...lines).map(({ attempt, question }) => `${attempt} ${question}`);

	it.each<[string, readonly Line[], readonly string[]]>([
		['nothing was begun', [], []],
		[
			'in the order of the tries, not of the paper',
			[begin, step('a', 'origin-1', right), step('a', 'size-1', right)],
			['a origin-1', 'a size-1']
		],
		[
			'in the order of first tries',
			[begin, step('a', 'size-1', wrong), step('a', 'size-2', right), step('a', 'size-1', right)],
			['a size-1', 'a size-2']
		],
		[
			'two attempts at once, in turns',
			[
				begin,
				{ ...begin, begin: 'b' },
				step('a', 'size-1', right),
				step('b', 'size-1', right),
				step('a', 'size-2', right)
			],
			['a size-1', 'b size-1', 'a size-2']
		],
		[
			'two devices at once: those of one number by the name of the device',
			[begin, step('a', 'size-1', right, 'tablet'), step('a', 'size-2', right, 'phone')],
			['a size-2', 'a size-1']
		],
		[
			'what is not on the paper is left out',
			[
				{ ...begin, paper: ['size-1'] },
				{ happened: { type: 'answer-shown', attempt: 'a', question: 'size-9' } }
			],
			[]
		],
		[
			'what was missed and gone over again is left out',
			[
				begin,
				step('a', 'size-1', wrong),
				{ end: 'a' },
				{ begin: 'b', redoOf: 'a', paper: ['size-1'] },
				step('b', 'size-1', right)
			],
			['a size-1']
		],
		[
			'reviews belong to it',
			[{ begin: 'a', mode: 'review', paper: ['genes:size-1'] }, step('a', 'size-1', wrong)],
			['a size-1']
		]
	])('%s', (_reason, lines, expected) => {
		expect(named(...lines)).toEqual(expected);
	});

	it('names the lesson of the question, in a review too', () => {
		const [answer] = answers(
			{ begin: 'a', mode: 'review', paper: ['genes:size-1'] },
			step('a', 'size-1', wrong)
		);
		expect([answer!.lesson, answer!.mode]).toEqual(['genes', 'review']);
	});

	it('have the marks of their attempts', () => {
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				const marks = history.attempts
					.filter(({ redoOf }) => redoOf === null)
					.flatMap((attempt) =>
						attemptState(logIn(history, attempt)).questions.flatMap((state) =>
							state.tries.length || state.answerShown
								? [[`${attempt.id} ${state.question.id}`, state.mark] as const]
								: []
						)
					);
				const told = answersIn(history).map(
					({ attempt, question, mark }) => [`${attempt} ${question}`, mark] as const
				);
				expect(new Map(told)).toEqual(new Map(marks));
				expect(told).toHaveLength(marks.length);
			})
		);
	});
});
