import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeldStore } from './examples';
import { begun, closeAll, correct, quizOn, reloaded, wrong } from './examples-of-quizzes';
import type { QuizContext } from './quiz-session.svelte';

beforeEach(() => localStorage.clear());
afterEach(closeAll);

const rules = (part: Partial<QuizContext['test']>): Partial<QuizContext> => ({
	test: { minutes: null, attempts: null, counts: 'best', confidence: false, ...part }
});
const testing = (store = new HeldStore(), part: Partial<QuizContext> = {}) =>
	begun(store, part, 'test');

describe('a test', () => {
	it('tells nothing before its end: no check, no hint, no answer', async () => {
		const quiz = await testing();
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		quiz.hint();
		quiz.showAnswer();
		const { tries, hints, answerShown, done } = quiz.current!;
		expect([tries.length, hints, answerShown, done]).toEqual([0, 0, false, false]);
		expect([quiz.feedback, quiz.missing]).toEqual([null, null]);
	});

	it('lets every answer be changed until it is handed in, and marks what stands then', async () => {
		const store = new HeldStore();
		const quiz = await testing(store);
		for (const index of [0, 1, 2]) {
			quiz.go(index);
			quiz.respond(wrong(quiz), 'chosen');
		}
		quiz.go(0);
		quiz.respond(correct(quiz), 'chosen');
		quiz.summarise();
		expect([quiz.phase, quiz.place]).toEqual(['summary', { at: 'summary' }]);
		quiz.finish();
		await quiz.saves.settled();
		const { questions, submission, score } = quiz.state!;
		expect(questions.map(({ tries }) => tries.length)).toEqual([1, 1, 1]);
		expect([score.earned, submission!.by, quiz.phase]).toEqual([1, 'learner', 'result']);
		expect(quiz.feedback?.outcome).toBeDefined();
		const { submissions, responses } = await store.history();
		expect([submissions[0]!.earned, responses.length]).toEqual([1, 3]);
	});

	it('marks what is entered in part, and counts what is not entered as nothing', async () => {
		const quiz = await testing();
		quiz.go(1);
		quiz.respond(correct(quiz), 'chosen');
		quiz.finish();
		expect(quiz.state!.questions.map(({ mark }) => mark?.earned ?? null)).toEqual([
			null,
			quiz.state!.questions[1]!.mark!.possible,
			null
		]);
		expect(quiz.state!.score).toEqual({ earned: 1, possible: 3 });
	});

	it('is there again after a reload, on its question, with all that was entered', async () => {
		const store = new HeldStore();
		const quiz = await testing(store);
		quiz.go(2);
		quiz.respond(wrong(quiz), 'typed');
		const again = await reloaded(quiz, store);
		expect([again.mode, again.phase, again.index]).toEqual(['test', 'question', 2]);
		expect(again.current!.response).toEqual(wrong(quiz));
	});

	it('is handed in once by two tabs, with one set of answers', async () => {
		const store = new HeldStore();
		const quiz = await testing(store);
		quiz.respond(correct(quiz), 'chosen');
		await quiz.saves.settled();
		const tab = quizOn(store);
		await tab.open();
		store.held = true;
		quiz.finish();
		tab.finish();
		store.held = false;
		while (store.waiting) {
			store.letThrough();
			await new Promise((resolve) => setTimeout(resolve));
		}
		await Promise.all([quiz.saves.settled(), tab.saves.settled()]);
		const { submissions, responses } = await store.history();
		expect([submissions.length, responses.length]).toEqual([1, 1]);
		for (const one of [quiz, tab]) {
			expect(one.state!.questions[0]!.tries).toEqual(responses);
			expect(one.state!.submission).toEqual(submissions[0]);
		}
	});

	it('has the rules of the course and the wishes of the learner in it', async () => {
		const quiz = await testing(new HeldStore(), {
			...rules({ minutes: 6, attempts: 2, counts: 'last' }),
			wishes: () => ({ extraTime: 1.5, confidence: true })
		});
		expect(quiz.rules).toEqual({
			passMark: 0.7,
			timeLimit: 360_000,
			extraTime: 1.5,
			confidence: true,
			attempts: 2,
			counts: 'last'
		});
	});

	it('is begun no more often than allowed, in a second tab too', async () => {
		const store = new HeldStore();
		const limited = rules({ attempts: 2 });
		for (const left of [1, 0]) {
			const quiz = await testing(store, limited);
			quiz.finish();
			await quiz.saves.settled();
			expect(quiz.testsLeft).toBe(left);
		}
		const quiz = quizOn(store, limited);
		await quiz.open();
		await quiz.start('test');
		expect([quiz.phase, (await store.history()).attempts.length]).toEqual(['start', 2]);
		await quiz.start('practice');
		expect(quiz.phase).toBe('question');
	});
});

describe('how sure one is', () => {
	it('is kept with the answer, the last word before the first try counting', async () => {
		const store = new HeldStore();
		const quiz = await begun(store, { wishes: () => ({ extraTime: 1, confidence: true }) });
		quiz.confide('certain');
		quiz.confide('unsure');
		quiz.respond(correct(quiz), 'chosen');
		quiz.check();
		quiz.confide('certain');
		expect(quiz.current!.confidence).toBe('unsure');
		const again = await reloaded(quiz, store);
		expect(again.current!.confidence).toBe('unsure');
	});
});
