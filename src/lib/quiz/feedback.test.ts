import { describe, expect, it } from 'vitest';
import { asAuthored, both } from './examples';
import { feedbackOn, outcomeOf } from './feedback';
import type { Question } from './question';

const option = (id: string, correct: boolean) => ({
	id,
	correct,
	text: both(id),
	feedback: both(`Why ${id}.`)
});
/** Two of three options are right. */
const question = asAuthored('multiple-choice', {
	options: [option('one', true), option('two', true), option('none', false)]
}) as unknown as Question;

const told = (chosen: readonly string[], revealed: boolean) => {
	const { outcome, parts, correct } = feedbackOn(question, { chosen }, revealed);
	return { outcome, parts: parts.map(({ id }) => id), correct };
};
const answer = { chosen: ['one', 'two'] };

describe('what a learner is told', () => {
	it.each([
		['right: the answer is no secret', ['one', 'two'], false, 'right', ['one', 'two'], answer],
		['partly: what was left out stays hidden', ['one'], false, 'partly', ['one'], null],
		['wrong: so does the answer', ['none'], false, 'wrong', ['none'], null],
		['partly, with the answer shown', ['one'], true, 'partly', ['one', 'two'], answer],
		['nothing entered, with the answer shown', [], true, 'wrong', ['one', 'two'], answer]
	] as const)('%s', (_title, chosen, revealed, outcome, parts, correct) => {
		expect(told(chosen, revealed)).toEqual({ outcome, parts, correct });
	});

	it('always has the explanation, and says of each part why', () => {
		const { explanation, parts } = feedbackOn(question, { chosen: ['none'] }, false);
		expect(explanation).toEqual(question.explanation);
		expect(parts[0]!.feedback).toEqual(both('Why none.'));
	});

	it('is given on any stored response, however broken', () => {
		for (const response of [null, undefined, 'one', { chosen: 7 }, { chosen: ['gone'] }])
			expect(feedbackOn(question, response, false).outcome).toBe('wrong');
	});
});

describe('the outcome of a mark', () => {
	it.each([
		[0, 3, 'wrong'],
		[1, 3, 'partly'],
		[3, 3, 'right']
	] as const)('%d of %d is %s', (earned, possible, outcome) => {
		expect(outcomeOf({ earned, possible })).toBe(outcome);
	});
});
