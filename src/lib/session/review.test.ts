import { describe, expect, it } from 'vitest';
import { attemptState } from '#lib/progress/attempt-state';
import { exampleQuestion, logOf } from '#lib/progress/examples';
import { exampleLesson } from './examples';
import { reviewOf } from './review';

const single = exampleQuestion('single');
const multiple = exampleQuestion('multiple', 'multiple-choice', { objective: 'cargo' });
const word = exampleQuestion('word', 'short-text', { objective: 'gone' });

/** One right, two of three parts right and then all, one not answered. */
const review = reviewOf(
	attemptState(
		logOf(
			[single, multiple, word],
			[
				{ earned: 1, possible: 1, response: { chosen: 'right' } },
				{ at: 'multiple', step: { earned: 2, possible: 3, response: { chosen: ['one', 'two'] } } },
				{
					at: 'multiple',
					step: { earned: 3, possible: 3, response: { chosen: ['one', 'two', 'three'] } }
				}
			]
		)
	),
	[...exampleLesson.objectives, { id: 'untested', text: {} }]
);

describe('an attempt looked back on', () => {
	it('has the points that count, with two decimals at most, and their whole share', () => {
		expect([review.earned, review.possible]).toEqual([1.67, 3]);
		expect(review.share).toBeCloseTo(5 / 9);
	});

	it('counts as missed what did not get full marks at once, or none', () => {
		expect(review.missed).toBe(2);
	});

	it('has the points of each objective that the paper tested and the lesson still has', () => {
		expect(review.objectives.map(({ id, earned, possible }) => [id, earned, possible])).toEqual([
			['size', 1, 1],
			['cargo', 0.67, 1]
		]);
	});

	it('shows each question as it was left, with the answer, and what counted', () => {
		const shown = review.answers.map(({ state, feedback, given, mark }) => [
			state.question.id,
			feedback.outcome,
			given,
			mark.earned
		]);
		expect(shown).toEqual([
			['single', 'right', true, 1],
			['multiple', 'right', true, 2],
			['word', 'wrong', false, 0]
		]);
		for (const { feedback } of review.answers) expect(feedback.correct).not.toBeNull();
	});

	it('is possible without a question', () => {
		const empty = reviewOf(attemptState(logOf([], [])), exampleLesson.objectives);
		expect([empty.share, empty.missed, empty.objectives]).toEqual([0, 0, []]);
	});
});
