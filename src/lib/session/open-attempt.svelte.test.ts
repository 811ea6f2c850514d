import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { exampleRules } from '#lib/progress/examples';
import { kindOf } from '#lib/quiz/kinds';
import type { Store } from '#lib/store/store';
import { openAttempts } from './device';
import { examplePool, HeldStore } from './examples';
import { begun, closeAll, correct, finished, quizOn, reloaded, wrong } from './examples-of-quizzes';
import type { QuizContext } from './quiz-session.svelte';

beforeEach(() => localStorage.clear());
afterEach(closeAll);

describe('an attempt', () => {
	it('draws as many questions as the lesson says, and stands in the store as it is shown', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const attempt = (await store.latestAttempt('cells'))!;
		expect(attempt.paper.map(({ question }) => question)).toEqual(
			quiz.state!.questions.map(({ question }) => question.id)
		);
		expect([quiz.index, attempt.paper.length, attempt.rules]).toEqual([0, 3, exampleRules]);
		expect((await store.attempt(attempt.id))!.questions.size).toBe(3);
		expect([openAttempts.of('cells'), quiz.saves.state]).toEqual([attempt.id, 'saved']);
	});

	it('is there again after a reload: question, answers, tries, hints and flags', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		quiz.go(1);
		quiz.respond(correct(quiz), 'chosen');
		quiz.flag();
		quiz.hint();
		quiz.go(2);
		const before = quiz.state!;
		const again = await reloaded(quiz, store);
		const told = ({ questions }: typeof before) =>
			questions.map(({ question, response, edited, tries, hints, flagged, mark }) => [
				question.id,
				response,
				edited,
				tries.length,
				hints,
				flagged,
				mark
			]);
		expect(told(again.state!)).toEqual(told(before));
		expect(again.index).toBe(2);
	});

	it('keeps what was typed, when the page goes before the pause is over', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		quiz.respond(wrong(quiz), 'typed');
		const again = await reloaded(quiz, store);
		expect(again.current!.response).toEqual(wrong(quiz));
	});
});

describe('a question', () => {
	/** A quiz of one question, of this kind. */
	const on = async (id: string, store: Store = new HeldStore(), part: Partial<QuizContext> = {}) =>
		begun(store, {
			questions: async () => examplePool.filter((question) => question.id === id),
			...part
		});

	it('is marked when it is checked, and explained until something new is entered', async () => {
		const quiz = await on('multiple');
		quiz.respond({ chosen: ['one', 'none'] }, 'chosen');
		expect(quiz.feedback).toBeNull();
		quiz.check();
		expect([quiz.feedback?.outcome, quiz.current!.done]).toEqual(['wrong', false]);
		quiz.respond({ chosen: ['one', 'two'] }, 'chosen');
		expect(quiz.feedback).toBeNull();
		quiz.check();
		expect([quiz.feedback?.outcome, quiz.feedback?.correct]).toEqual(['partly', null]);
		quiz.respond({ chosen: ['one', 'two', 'three'] }, 'chosen');
		quiz.check();
		expect([quiz.feedback?.outcome, quiz.current!.done]).toEqual(['right', true]);
		expect(quiz.state!.score).toEqual({ earned: 0, possible: 1 });
	});

	it('says what is missing instead of marking, until something is entered', async () => {
		const store = new HeldStore();
		const quiz = await on('single', store);
		quiz.check();
		expect(quiz.missing).toBe('nothing-chosen');
		quiz.respond({ chosen: 'right' }, 'chosen');
		expect(quiz.missing).toBeNull();
		await quiz.saves.settled();
		expect((await store.history()).responses).toEqual([]);
	});

	it('keeps the language that each try was made in', async () => {
		const store = new HeldStore();
		let locale: Locale = 'en';
		const quiz = await on('single', store, { locale: () => locale });
		quiz.respond({ chosen: 'wrong' }, 'chosen');
		quiz.check();
		locale = 'ar';
		quiz.respond({ chosen: 'right' }, 'chosen');
		quiz.check();
		await quiz.saves.settled();
		expect((await store.history()).responses.map((tried) => tried.locale)).toEqual(['en', 'ar']);
	});

	it('is not marked twice for one answer', async () => {
		const store = new HeldStore();
		const quiz = await on('single', store);
		quiz.respond({ chosen: 'wrong' }, 'chosen');
		quiz.check();
		quiz.check();
		await quiz.saves.settled();
		quiz.check();
		expect(quiz.current!.tries).toHaveLength(1);
	});

	it('takes no more answers once it is done', async () => {
		const store = new HeldStore();
		const quiz = await on('statement', store);
		quiz.respond({ chosen: false }, 'chosen');
		quiz.check();
		quiz.respond({ chosen: true }, 'chosen');
		expect([quiz.current!.response, quiz.current!.done]).toEqual([{ chosen: false }, true]);
		await quiz.saves.settled();
		expect((await store.records()).drafts).toMatchObject([{ response: { chosen: false } }]);
	});

	it('gives its hints one by one, none when it is done, and no points after one', async () => {
		const quiz = await on('single');
		for (const hints of [1, 2, 2]) {
			quiz.hint();
			expect(quiz.current!.hints).toBe(hints);
		}
		quiz.respond({ chosen: 'right' }, 'chosen');
		quiz.check();
		expect(quiz.state!.score.earned).toBe(0);

		const other = await on('single');
		other.respond({ chosen: 'right' }, 'chosen');
		other.check();
		other.hint();
		expect([other.current!.hints, other.state!.score.earned]).toEqual([0, 1]);
	});

	it('shows its answer when asked, which ends it', async () => {
		const quiz = await on('single');
		quiz.respond({ chosen: 'wrong' }, 'chosen');
		quiz.check();
		quiz.showAnswer();
		expect([quiz.current!.done, quiz.feedback?.correct]).toEqual([true, { chosen: 'right' }]);
	});

	it('has its flag set and taken away', async () => {
		const quiz = await on('single');
		const flags = [1, 2].map(() => {
			quiz.flag();
			return quiz.current!.flagged;
		});
		expect(flags).toEqual([true, false]);
	});

	it('keeps what is typed in front of what the store tells of a moment ago', async () => {
		const store = new HeldStore();
		const quiz = await on('word', store);
		store.held = true;
		quiz.respond({ entered: 'exo' }, 'chosen');
		await vi.waitUntil(() => store.waiting === 1);
		quiz.respond({ entered: 'exosome' }, 'chosen');
		store.letThrough();
		await vi.waitUntil(() => store.waiting === 1);
		expect((await store.records()).drafts[0]!.response).toEqual({ entered: 'exo' });
		expect(quiz.current!.response).toEqual({ entered: 'exosome' });
		store.letThrough();
		await quiz.saves.settled();
		expect(quiz.current!.response).toEqual({ entered: 'exosome' });
	});
});

describe('the end of an attempt', () => {
	it.each([
		[['right', 'right', 'right'], 3, true],
		[['right', 'right', 'wrong'], 2, false],
		[['right'], 1, false]
	] as const)('%j gives %d of 3; passed: %s', async (answers, earned, passed) => {
		const store = new HeldStore();
		const quiz = await begun(store);
		await finished(quiz, answers);
		const [submission] = (await store.history()).submissions;
		expect(submission).toMatchObject({ earned, possible: 3, passed });
		expect([quiz.phase, quiz.passed, quiz.place]).toEqual(['result', passed, { at: 'result' }]);
		expect([openAttempts.of('cells'), quiz.standing?.open]).toEqual([null, null]);
	});

	it('comes once, however often and in however many tabs it is pressed', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const tab = quizOn(store);
		await tab.open();
		await finished(quiz, ['right', 'right', 'right']);
		expect([tab.phase, tab.passed]).toEqual(['result', true]);
		quiz.finish();
		tab.finish();
		expect([quiz.saves.state, tab.saves.state]).toEqual(['saved', 'saved']);
		expect((await store.history()).submissions).toHaveLength(1);
	});

	it('is the first one, where two tabs end it at the same moment', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const tab = quizOn(store);
		await tab.open();
		quiz.respond(correct(quiz), 'chosen');
		quiz.check();
		quiz.finish();
		tab.finish();
		await Promise.all([quiz.saves.settled(), tab.saves.settled()]);
		expect((await store.history()).submissions).toHaveLength(1);
		expect(tab.state!.submission!.id).toBe(quiz.state!.submission!.id);
	});

	it('leaves the mark of a newer attempt alone', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const tab = await begun(store);
		expect(openAttempts.of('cells')).toBe(tab.standing!.open!.id);
		await finished(quiz, ['right', 'right', 'right']);
		expect(openAttempts.of('cells')).toBe(tab.standing!.open!.id);
	});
});

describe('two tabs on one attempt', () => {
	it('show each other’s answers', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const tab = quizOn(store);
		await tab.open();
		quiz.respond(wrong(quiz), 'chosen');
		await quiz.saves.settled();
		expect(tab.current!.response).toEqual(wrong(quiz));
		tab.check();
		await tab.saves.settled();
		expect(quiz.feedback?.outcome).toBe('wrong');
	});

	it('show what was entered last, whichever tab it was', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const tab = quizOn(store);
		await tab.open();
		for (const [one, response] of [
			[quiz, wrong(quiz)],
			[tab, correct(quiz)],
			[quiz, wrong(quiz)]
		] as const) {
			one.respond(response, 'chosen');
			await one.saves.settled();
			const { question } = quiz.current!;
			const entered = kindOf(question).upgradeResponse(response, 1, question);
			expect([quiz.current!.response, tab.current!.response]).toEqual([entered, entered]);
		}
	});
});
