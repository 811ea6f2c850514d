import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { examplePool, HeldStore } from './examples';
import { begun, closeAll, finished } from './examples-of-quizzes';
import { ReviewSession, type ReviewContext } from './review-session.svelte';
import { kindOf } from '#lib/quiz/kinds';

const day = 24 * 60 * 60_000;
const sessions: ReviewSession[] = [];

beforeEach(() => {
	localStorage.clear();
	vi.useFakeTimers({ now: 1_780_000_000_000 });
});
afterEach(() => {
	closeAll();
	for (const session of sessions.splice(0)) session.close();
	vi.useRealTimers();
});

const timedStore = () => new HeldStore({ now: Date.now });

async function reviewOn(store: HeldStore, part: Partial<ReviewContext> = {}) {
	const review = new ReviewSession({
		lessons: () => [{ id: 'cells' }],
		wishes: () => ({ extraTime: 1, confidence: false }),
		locale: () => 'en',
		openStore: async () => store,
		questions: async () => examplePool,
		now: Date.now,
		...part
	});
	sessions.push(review);
	await review.open();
	return review;
}
/** A store in which the quiz was taken, and so many days went by. */
async function quizzed(days: number, ...answers: ('right' | 'wrong')[]) {
	const store = timedStore();
	await finished(await begun(store), answers);
	vi.setSystemTime(Date.now() + days * day);
	return store;
}
const answer = (review: ReviewSession, right = true) => {
	const { question } = review.current!;
	const kind = kindOf(question);
	review.respond(right ? kind.correct(question) : kind.start(question), 'chosen');
	review.check();
};

describe('a review', () => {
	it('has nothing to ask of somebody who answered nothing', async () => {
		const review = await reviewOn(timedStore());
		expect([review.phase, review.fresh, review.due?.questions]).toEqual(['start', true, 0]);
		await review.start();
		expect(review.phase).toBe('start');
	});

	it('has nothing on the day of the quiz, and something when the days have passed', async () => {
		const store = await quizzed(0, 'right', 'right', 'right');
		expect((await reviewOn(store)).due).toMatchObject({ questions: 0 });
		vi.setSystemTime(Date.now() + 30 * day);
		expect((await reviewOn(store)).due).toMatchObject({ questions: 2 });
	});

	it('asks a question of each objective that is due, not the one that was asked last', async () => {
		const store = await quizzed(30, 'wrong', 'wrong', 'wrong');
		const asked = new Set(
			(await store.history()).attempts[0]!.paper.map(({ question }) => question)
		);
		const review = await reviewOn(store);
		await review.start();
		const paper = review.state!.questions.map(({ question }) => question);
		expect(paper.map(({ objective }) => objective).sort()).toEqual(['cargo', 'size']);
		// Three of five were asked: the two that were not come first where their objective is due.
		const fresh = paper.filter(({ id }) => !asked.has(id));
		expect(fresh.length).toBeGreaterThan(0);
	});

	it('schedules, and changes no score and no standing', async () => {
		const store = await quizzed(30, 'right', 'right', 'right');
		const review = await reviewOn(store);
		await review.start();
		for (const index of review.state!.questions.keys()) {
			review.go(index);
			answer(review);
		}
		review.finish();
		await review.saves.settled();
		expect(review.phase).toBe('result');
		const [submission] = (await store.history()).submissions.slice(-1);
		expect([submission!.earned, submission!.passed]).toEqual([2, false]);
		const later = await reviewOn(store);
		expect(later.due).toMatchObject({ due: [], questions: 0 });
		expect(later.due!.next).toBeGreaterThan(Date.now() + 30 * day);
	});

	it('is there again after a reload, and in a second tab', async () => {
		const store = await quizzed(30, 'right', 'wrong', 'right');
		const review = await reviewOn(store);
		await review.start();
		answer(review);
		review.go(1);
		await review.saves.settled();
		const again = await reviewOn(store);
		expect([again.phase, again.index, again.state!.questions[0]!.done]).toEqual([
			'question',
			1,
			true
		]);
		expect(again.state!.questions.map(({ question }) => question.id)).toEqual(
			review.state!.questions.map(({ question }) => question.id)
		);
	});

	it('says so where no questions can be fetched', async () => {
		const store = await quizzed(30, 'right', 'wrong', 'right');
		const review = await reviewOn(store, {
			questions: () => Promise.reject(new TypeError('Failed to fetch'))
		});
		await review.start();
		expect([review.phase, review.unavailable]).toEqual(['start', true]);
	});
});
