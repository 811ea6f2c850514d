import { describe, expect, it } from 'vitest';
import { attemptState } from './attempt-state';
import { exampleQuestion, logOf, type Step } from './examples';
import type { Confidence } from './record';

const single = exampleQuestion('single');
const ordering = exampleQuestion('ordering', 'multiple-choice', {
	kind: 'ordering',
	items: ['first', 'second', 'third'].map((id) => ({ id, text: { en: id, ar: id } }))
});
const right: Step = { earned: 1, possible: 1, response: { chosen: 'right' } };
const wrong: Step = { earned: 0, possible: 1, response: { chosen: 'wrong' } };

describe('a test has one try', () => {
	const inTest = (...steps: Step[]) => {
		const [state] = attemptState(logOf([single], steps, 'device', 'test')).questions;
		const { done, mark, response, edited } = state!;
		return [done, mark?.earned ?? null, (response as { chosen: string | null }).chosen, edited];
	};
	const entered = (chosen: string): Step => ({ draft: { chosen } });

	it.each<[string, readonly Step[], readonly unknown[]]>([
		['open while nothing is entered', [], [false, null, null, false]],
		['open while something is only entered', [entered('right')], [false, null, 'right', true]],
		['over once it is right', [right], [true, 1, 'right', false]],
		['over once it is wrong, too', [wrong], [true, 0, 'wrong', false]],
		['over for what is entered after it', [wrong, entered('right')], [true, 0, 'wrong', false]],
		['the first of two devices', [wrong, right], [true, 0, 'wrong', false]],
		['… in either order', [right, wrong], [true, 1, 'right', false]]
	])('%s', (_reason, steps, expected) => {
		expect(inTest(...steps)).toEqual(expected);
	});

	it('as true or false has everywhere', () => {
		const statement = exampleQuestion('statement', 'true-false');
		const steps: Step[] = [
			{ earned: 0, possible: 1, response: { chosen: false } },
			{ earned: 1, possible: 1, response: { chosen: true } }
		];
		const [state] = attemptState(logOf([statement], steps)).questions;
		expect([state!.response, state!.mark]).toEqual([{ chosen: false }, { earned: 0, possible: 1 }]);
	});
});

describe('how much of an answer is entered', () => {
	it.each<[string, readonly Step[], string]>([
		['none, at first', [], 'none'],
		['none: what was chosen was taken back', [{ draft: { order: [] } }], 'none'],
		['none: what is stored is broken', [{ draft: 7 }], 'none'],
		['part of it', [{ draft: { order: ['second'] } }], 'part'],
		['the whole', [{ draft: { order: ['second', 'first', 'third'] } }], 'whole'],
		[
			'the newest counts, though it is less',
			[{ draft: { order: ['second', 'first', 'third'] } }, { draft: { order: ['first'] } }],
			'part'
		],
		[
			'a try',
			[{ earned: 0, possible: 3, response: { order: ['first', 'third', 'second'] } }],
			'whole'
		]
	])('%s', (_reason, steps, entry) => {
		expect(attemptState(logOf([ordering], steps, 'device', 'test')).questions[0]!.entry).toBe(
			entry
		);
	});
});

describe('how sure one is', () => {
	const sure = (confidence: Confidence): Step => ({ confidence });

	it.each<[string, readonly Step[], Confidence | null]>([
		['not said', [right], null],
		['as said before the answer', [sure('certain')], 'certain'],
		['as said last before the first try', [sure('certain'), sure('unsure'), wrong], 'unsure'],
		['not as said after it', [sure('certain'), wrong, sure('unsure')], 'certain'],
		['not said, where it was said after it only', [wrong, sure('unsure')], null]
	])('%s', (_reason, steps, confidence) => {
		expect(attemptState(logOf([single], steps)).questions[0]!.confidence).toBe(confidence);
	});
});
