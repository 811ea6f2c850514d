import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptState } from './attempt-state';
import { exampleQuestion, logOf, type Step } from './examples';
import { anyHistory } from './examples-of-any-history';
import { logIn } from './examples-of-histories';
import type { History } from './record';

const question = exampleQuestion('multiple', 'multiple-choice');
const marked = (steps: readonly Step[]) => {
	const [state] = attemptState(logOf([question], steps)).questions;
	const points = (score: { earned: number; possible: number } | null) =>
		score && `${score.earned}/${score.possible}`;
	return [points(state!.mark), points(state!.markedBefore)];
};

const tried = (earned: number): Step => ({ earned, possible: 3 });
const key = (key: string, remarked: number): Step => ({ remarked, key });

describe('what counts after a key was changed', () => {
	it.each<[string, readonly Step[], string | null, string | null]>([
		['nothing new: no key was changed', [tried(2)], '2/3', null],
		['more: the new key gives it', [tried(1), key('b', 1)], '1/1', '1/3'],
		['the same: the new key confirms it', [tried(3), key('b', 1)], '3/3', '3/3'],
		['no less: the new key would take from it', [tried(2), key('b', 0)], '2/3', '2/3'],
		['no less: a third key takes back', [tried(0), key('b', 1), key('c', 0)], '1/1', '0/3'],
		['the most of several keys', [tried(0), key('b', 0.25), key('c', 0.5)], '0.5/1', '0/3'],
		['nothing by any key: a hint came first', [{ hint: 0 }, tried(3), key('b', 1)], '0/3', null],
		['nothing by any key: it was shown first', ['answer-shown', key('b', 1)], '0/1', null],
		['by the first try, though a later one is better', [tried(0), tried(3)], '0/3', null]
	])('is %s', (_reason, steps, mark, before) => {
		expect(marked(steps)).toEqual([mark, before]);
	});

	const without = (history: History, type: string): History => ({
		...history,
		events: history.events.filter((event) => event.type !== type)
	});
	const marks = (history: History) =>
		history.attempts.flatMap((attempt) =>
			attemptState(logIn(history, attempt)).questions.map(({ mark, markedBefore }) => ({
				share: mark && mark.earned / mark.possible,
				before: markedBefore && markedBefore.earned / markedBefore.possible
			}))
		);

	it('is never less than what counted before, which is kept', () => {
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				const first = marks(without(history, 'remarked'));
				for (const [index, { share, before }] of marks(history).entries()) {
					expect(share ?? 0).toBeGreaterThanOrEqual(first[index]!.share ?? 0);
					if (before !== null) expect(before).toBe(first[index]!.share);
				}
			})
		);
	});

	it('does not depend on flags, confidence and what was opened', () => {
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				const bare = ['flagged', 'confidence-given', 'question-opened'].reduce(without, history);
				expect(marks(bare)).toEqual(marks(history));
			})
		);
	});
});
