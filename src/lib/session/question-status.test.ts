import { describe, expect, it } from 'vitest';
import { attemptState } from '#lib/progress/attempt-state';
import { exampleQuestion, logOf, type Step } from '#lib/progress/examples';
import { statusOf, unansweredIn } from './question-status';

const questions = [exampleQuestion('a'), exampleQuestion('b'), exampleQuestion('c')];
const statesOf = (...steps: Step[]) => attemptState(logOf(questions, steps)).questions;
const draft: Step = { draft: { chosen: 'right' } };
const right: Step = { earned: 1, possible: 1 };
const partly: Step = { earned: 1, possible: 3 };
const wrong: Step = { earned: 0, possible: 1 };

describe('what the map shows of a question', () => {
	it.each([
		['not-yet', []],
		['not-yet', [{ hint: 0 }, 'opened', { flagged: true }]],
		['entered', [draft]],
		['wrong', [wrong]],
		['partly', [wrong, partly]],
		['entered', [wrong, draft]],
		['right', [wrong, right]],
		['right', [right, draft]],
		['shown', ['answer-shown']],
		['shown', [wrong, draft, 'answer-shown']],
		['right', [right, 'answer-shown']]
	] as const)('%s', (status, steps) => {
		expect(statusOf(statesOf(...steps)[0]!)).toBe(status);
	});
});

describe('what the map shows of a question in a test', () => {
	it.each([
		['not-yet', []],
		['answered', [draft]],
		['not-yet', [draft, { draft: { chosen: null } }]],
		['wrong', [draft, wrong]]
	] as const)('%s', (status, steps) => {
		expect(statusOf(statesOf(...steps)[0]!, 'test')).toBe(status);
	});
});

describe('what would count as nothing', () => {
	it.each([
		['nothing was done', [], 3],
		['something was entered', [draft], 3],
		['something was tried, however it went', [wrong], 2],
		['an answer was shown', ['answer-shown'], 2]
	] as const)('where %s', (_title, steps, count) => {
		expect(unansweredIn(statesOf(...steps))).toBe(count);
	});

	it('in a test where nothing whole is entered', () => {
		expect(unansweredIn(statesOf(draft), 'test')).toBe(2);
	});
});
