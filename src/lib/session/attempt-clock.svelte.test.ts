import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldStore } from './examples';
import { begun, closeAll, correct, quizOn } from './examples-of-quizzes';
import type { QuizContext } from './quiz-session.svelte';

const minute = 60_000;
const timed: Partial<QuizContext> = {
	test: { minutes: 6, attempts: null, counts: 'best', confidence: false }
};

const timedStore = () => new HeldStore({ now: Date.now });

beforeEach(() => {
	localStorage.clear();
	vi.useFakeTimers({ now: 1_780_000_000_000 });
});
afterEach(() => {
	closeAll();
	vi.useRealTimers();
});

async function timedQuiz(store: HeldStore, part: Partial<QuizContext> = {}) {
	const quiz = await begun(store, { ...timed, ...part }, 'test');
	return quiz;
}
/** What a browser does at a reload, later. */
async function later(quiz: Awaited<ReturnType<typeof timedQuiz>>, store: HeldStore, by: number) {
	quiz.close();
	await quiz.saves.settled();
	vi.setSystemTime(Date.now() + by);
	const next = quizOn(store, timed);
	await next.open();
	return next;
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('the clock of a timed test', () => {
	it('runs, and says when five minutes are left and when one is', async () => {
		const quiz = await timedQuiz(timedStore());
		expect([quiz.clock!.left, quiz.clock!.announced]).toEqual([6 * minute, null]);
		await pass(minute);
		expect([quiz.clock!.left, quiz.clock!.announced]).toEqual([5 * minute, 5]);
		await pass(4 * minute);
		expect([quiz.clock!.left, quiz.clock!.announced]).toEqual([minute, 1]);
	});

	it('hands in what was entered, typed a moment before too, when the time is up', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		await pass(6 * minute - 100);
		quiz.respond(correct(quiz), 'typed');
		await pass(1100);
		await quiz.saves.settled();
		expect([quiz.phase, quiz.state!.submission!.by]).toEqual(['result', 'time']);
		expect((await store.history()).responses).toHaveLength(1);
		expect(quiz.state!.score.earned).toBe(1);
	});

	it('gives extra time', async () => {
		const wishes = () => ({ extraTime: 1.5, confidence: false });
		const quiz = await timedQuiz(timedStore(), { wishes });
		expect(quiz.clock!.left).toBe(9 * minute);
	});

	it('runs while the page is closed', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		const again = await later(quiz, store, 2 * minute);
		expect(again.clock!.left).toBe(4 * minute);
	});

	it('ends an attempt whose time ran out while the page was closed, with what was entered', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		quiz.respond(correct(quiz), 'chosen');
		const again = await later(quiz, store, 7 * minute);
		await again.saves.settled();
		expect([again.phase, again.state!.submission!.by]).toEqual(['result', 'time']);
		expect(again.state!.score.earned).toBe(1);
	});

	it('gives nothing for a clock that is set back', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		await pass(2 * minute);
		vi.setSystemTime(Date.now() - 60 * minute);
		await pass(minute);
		expect(quiz.clock!.left).toBe(3 * minute);
		const again = await later(quiz, store, 0);
		expect(again.clock!.left).toBeLessThanOrEqual(4 * minute);
	});

	it('asks about a jump of more than ten minutes, and submits nothing meanwhile', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		await pass(minute);
		const again = await later(quiz, store, 30 * minute);
		expect(again.phase).toBe('question');
		expect(Math.round(again.clock!.jump! / minute)).toBe(30);
		await pass(5 * minute);
		expect([again.phase, (await store.history()).submissions]).toEqual(['question', []]);
	});

	it('goes on after a jump in which the clock was set, and ends after one that passed', async () => {
		const store = timedStore();
		const quiz = await timedQuiz(store);
		const set = await later(quiz, store, 30 * minute);
		set.explainJump(false);
		expect([set.clock!.jump, set.phase]).toEqual([null, 'question']);
		expect(set.clock!.left).toBeGreaterThan(5 * minute);
		await set.saves.settled();
		const away = await later(set, store, 30 * minute);
		away.explainJump(true);
		await away.saves.settled();
		expect([away.phase, away.state!.submission!.by]).toEqual(['result', 'time']);
	});

	it('does not run in practice, nor in a test without a limit', async () => {
		expect((await begun(timedStore(), timed)).clock).toBeNull();
		expect((await begun(timedStore(), {}, 'test')).clock).toBeNull();
	});
});
