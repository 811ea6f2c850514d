import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptState } from './attempt-state';
import { anyHistory } from './examples-of-any-history';
import { exampleLessons, logIn } from './examples-of-histories';
import type { History } from './record';
import { scoredAttempts } from './scores';
import { standingsOf } from './standing';

describe('the scores of any history', () => {
	const only = (history: History, keep: (id: string) => boolean): History => ({
		attempts: history.attempts.filter(({ id }) => keep(id)),
		responses: history.responses.filter(({ attempt }) => keep(attempt)),
		submissions: history.submissions.filter(({ attempt }) => keep(attempt)),
		events: history.events.filter(
			(event) => !('attempt' in event) || event.attempt === null || keep(event.attempt)
		)
	});

	it('and standings are the same without reviews and without what was gone over again', () => {
		const standings = (history: History) =>
			[...standingsOf(exampleLessons, history).values()].map(
				// These two tell where somebody was last, not how well they stand.
				({ open: _open, latest: _latest, ...standing }) => standing
			);
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				const counting = new Set(
					history.attempts
						.filter(({ mode, redoOf }) => mode !== 'review' && redoOf === null)
						.map(({ id }) => id)
				);
				const bare = only(history, (id) => counting.has(id));
				expect(scoredAttempts(bare)).toEqual(scoredAttempts(history));
				expect(standings(bare)).toEqual(standings(history));
			})
		);
	});

	it('count what each attempt counts by its own log', () => {
		fc.assert(
			fc.property(anyHistory(), (any) => {
				const states = new Map(
					any.attempts.map((attempt) => [attempt.id, attemptState(logIn(any, attempt))])
				);
				// A key is marked again only where a try counts: not after help, not without a try.
				const events = any.events.filter(
					(event) =>
						event.type !== 'remarked' ||
						states
							.get(event.attempt)!
							.questions.some(
								({ question, markedBefore }) => question.id === event.question && markedBefore
							)
				);
				for (const { attempt, earned, possible } of scoredAttempts({ ...any, events })) {
					const { score } = states.get(attempt.id)!;
					expect([possible, earned]).toEqual([score.possible, expect.closeTo(score.earned, 9)]);
				}
			})
		);
	});

	it('never have fewer points than when they ended, nor more than there are', () => {
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				for (const { earned, possible, before } of scoredAttempts(history)) {
					expect(earned).toBeGreaterThanOrEqual(before?.earned ?? 0);
					expect(earned).toBeLessThanOrEqual(possible);
				}
			})
		);
	});
});
