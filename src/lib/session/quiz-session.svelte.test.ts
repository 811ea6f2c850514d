import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { kindOf } from '#lib/quiz/kinds';
import { exampleContext } from '#lib/store/examples';
import { failWith } from '#lib/store/faults';
import { MemoryStore } from '#lib/store/memory/memory-store';
import { openStore } from '#lib/store/open-store';
import type { Store } from '#lib/store/store';
import { openAttempts } from './device';
import { exampleLesson, examplePool, HeldStore } from './examples';
import { QuizSession, type QuizContext } from './quiz-session.svelte';

const sessions: QuizSession[] = [];
function quizOn(store: Store, part: Partial<QuizContext> = {}): QuizSession {
	const session = new QuizSession({
		lesson: exampleLesson,
		passMark: 0.7,
		locale: () => 'en',
		openStore: async () => store,
		questions: async () => examplePool,
		...part
	});
	sessions.push(session);
	return session;
}
/** A quiz on its first question, all written. */
async function begun(store: Store = new HeldStore(), part: Partial<QuizContext> = {}) {
	const quiz = quizOn(store, part);
	await quiz.open();
	await quiz.start();
	await quiz.saves.settled();
	return quiz;
}
/** What a browser does at a reload: the page goes, another comes. */
async function reloaded(quiz: QuizSession, store: Store): Promise<QuizSession> {
	quiz.close();
	await quiz.saves.settled();
	const next = quizOn(store);
	await next.open();
	return next;
}
const idOf = (quiz: QuizSession) => quiz.current!.question.id;
const correct = (quiz: QuizSession) =>
	kindOf(quiz.current!.question).correct(quiz.current!.question);
/** A whole response with nothing right in it. */
const wrong = (quiz: QuizSession) =>
	({
		'single-choice': { chosen: 'wrong' },
		'multiple-choice': { chosen: ['none'] },
		'true-false': { chosen: false },
		'short-text': { entered: 'zzz' }
	})[quiz.current!.question.kind];
/** Answers every question, as told for each, and ends the attempt. */
async function finished(quiz: QuizSession, answers: readonly ('right' | 'wrong')[]) {
	for (const [index, answer] of answers.entries()) {
		quiz.go(index);
		quiz.respond(answer === 'right' ? correct(quiz) : wrong(quiz), 'chosen');
		quiz.check();
	}
	quiz.finish();
	await quiz.saves.settled();
}

beforeEach(() => localStorage.clear());
afterEach(() => sessions.splice(0).forEach((session) => session.close()));

describe('a quiz that is opened', () => {
	it('shows its start at once where nothing is under way, whatever the store does', () => {
		const quiz = quizOn(new HeldStore(), { openStore: () => new Promise(() => {}) });
		void quiz.open();
		expect([quiz.phase, quiz.place]).toEqual(['start', { at: 'start' }]);
	});

	it('waits for the store where an attempt is marked as under way', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const again = quizOn(store);
		const opening = again.open();
		expect(again.phase).toBe('loading');
		await opening;
		expect([again.phase, idOf(again)]).toEqual(['question', idOf(quiz)]);
	});

	it.each([
		['was lost', () => localStorage.clear()],
		['is of an attempt that is gone', () => openAttempts.set('cells', 'gone')]
	])('goes on with the attempt though the mark %s', async (_title, spoil) => {
		const store = new HeldStore();
		const quiz = await begun(store);
		spoil();
		const again = await reloaded(quiz, store);
		expect([again.phase, again.state]).toEqual(['question', quiz.state]);
		expect(openAttempts.of('cells')).not.toBeNull();
	});

	it('shows its start after an attempt that is ended', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		await finished(quiz, ['right', 'right', 'wrong']);
		const again = await reloaded(quiz, store);
		expect([again.phase, again.standing?.best]).toEqual(['start', { earned: 2, possible: 3 }]);
	});

	it('says so when the questions cannot be fetched, and starts once they can', async () => {
		let there = false;
		const quiz = quizOn(new HeldStore(), {
			questions: async () => {
				if (!there) throw new TypeError('Failed to fetch');
				return examplePool;
			}
		});
		await quiz.open();
		await quiz.start();
		expect([quiz.phase, quiz.unavailable]).toEqual(['start', true]);
		there = true;
		await quiz.start();
		expect([quiz.phase, quiz.unavailable]).toEqual(['question', false]);
	});

	it('leaves nothing behind when it is closed before anything was there', async () => {
		const store = new HeldStore();
		const quiz = quizOn(store);
		const opening = quiz.open();
		const starting = quiz.start();
		quiz.close();
		await Promise.all([opening, starting]);
		await quiz.saves.settled();
		expect([store.watched, (await store.history()).attempts]).toEqual([0, []]);
	});
});

describe('an attempt', () => {
	it('draws as many questions as the lesson says, and stands in the store as it is shown', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const attempt = (await store.latestAttempt('cells', 'practice'))!;
		expect(attempt.paper.map(({ question }) => question)).toEqual(
			quiz.state!.questions.map(({ question }) => question.id)
		);
		expect([quiz.index, attempt.paper.length, attempt.rules]).toEqual([0, 3, { passMark: 0.7 }]);
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

describe('another attempt', () => {
	it('draws first what was not seen yet', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const first = quiz.state!.questions.map(({ question }) => question.id);
		await finished(quiz, ['right', 'right', 'right']);
		await quiz.start();
		const second = quiz.state!.questions.map(({ question }) => question.id);
		expect(second.filter((id) => !first.includes(id))).toHaveLength(2);
	});

	it('at what was missed has those questions alone, and counts nowhere', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		await finished(quiz, ['right', 'wrong', 'right']);
		const missed = quiz.state!.questions[1]!.question.id;
		quiz.redoMissed();
		expect([quiz.phase, quiz.redo, idOf(quiz)]).toEqual(['question', true, missed]);
		expect(quiz.state!.questions).toHaveLength(1);
		await finished(quiz, ['right']);
		expect([quiz.passed, quiz.standing!.best]).toEqual([false, { earned: 2, possible: 3 }]);
	});

	it('gets nothing of the one before it, though that is still being written', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		store.held = true;
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		quiz.finish();
		quiz.redoMissed();
		store.held = false;
		store.letThrough();
		await quiz.saves.settled();
		const { submission, questions } = quiz.state!;
		expect([quiz.phase, submission, questions.flatMap(({ tries }) => tries)]).toEqual([
			'question',
			null,
			[]
		]);
		expect(openAttempts.of('cells')).toBe(quiz.standing!.open!.id);
	});

	it('is told of other tabs alone, once it is open', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		const { watched } = store;
		await quiz.start();
		await quiz.start();
		await quiz.saves.settled();
		expect(store.watched).toBe(watched);
		quiz.close();
		expect(store.watched).toBe(0);
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
			expect([quiz.current!.response, tab.current!.response]).toEqual([response, response]);
		}
	});
});

describe('the browser’s history', () => {
	it('leads to the question, the start and the result that it names', async () => {
		const quiz = await begun();
		const [first, second] = quiz.state!.questions.map(({ question }) => question.id);
		quiz.show({ at: 'question', question: second! });
		expect([quiz.index, quiz.place]).toEqual([1, { at: 'question', question: second }]);
		quiz.show({ at: 'start' });
		expect([quiz.phase, quiz.place]).toEqual(['start', { at: 'start' }]);
		quiz.show({ at: 'question', question: first! });
		expect([quiz.phase, quiz.index]).toEqual(['question', 0]);
	});

	it('leads to no result before there is one, and to no question after it', async () => {
		const quiz = await begun();
		const place = quiz.place;
		quiz.show({ at: 'result' });
		expect(quiz.phase).toBe('question');
		quiz.finish();
		quiz.show({ at: 'start' });
		quiz.show(place);
		expect(quiz.phase).toBe('result');
		quiz.show({ at: 'question', question: 'of another paper' });
		expect(quiz.phase).toBe('result');
	});

	it('leads out of a question without losing what was typed', async () => {
		const store = new HeldStore();
		const quiz = await begun(store);
		quiz.respond(wrong(quiz), 'typed');
		quiz.show({ at: 'start' });
		await quiz.saves.settled();
		expect((await store.records()).drafts).toHaveLength(1);
	});
});

describe('where answers cannot be kept', () => {
	it('never says saved of what is in memory only, after coming back to it either', async () => {
		const store = new MemoryStore(exampleContext());
		const quiz = await begun(store);
		expect([quiz.saves.state, openAttempts.of('cells')]).toEqual(['unsaved', null]);
		const again = await reloaded(quiz, store);
		expect([again.phase, again.saves.state]).toEqual(['question', 'unsaved']);
	});

	it('goes on with a full disk, says so, and saves all of it once there is room', async () => {
		const context = exampleContext();
		const store = await openStore(context);
		const quiz = await begun(store);
		expect(quiz.saves.state).toBe('saved');
		const fault = failWith('full');
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		await quiz.saves.settled();
		expect([quiz.saves.state, quiz.saves.trouble?.trouble]).toEqual(['unsaved', 'full']);
		expect([quiz.phase, quiz.feedback?.outcome]).toEqual(['question', 'wrong']);
		fault.heal();
		await store.retry();
		expect([quiz.saves.state, quiz.saves.trouble?.trouble]).toEqual(['saved', null]);
		quiz.close();
		store.close();

		const later = await openStore(context);
		const again = quizOn(later);
		await again.open();
		expect(again.current!.tries).toHaveLength(1);
		again.close();
		later.close();
	});

	it('keeps an attempt whole that was begun while nothing could be written', async () => {
		const context = exampleContext();
		const store = await openStore(context);
		const fault = failWith('closed');
		const quiz = await begun(store);
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		quiz.flag();
		await quiz.saves.settled();
		expect(quiz.saves.state).toBe('unsaved');
		fault.heal();
		await store.retry();
		expect(quiz.saves.state).toBe('saved');
		const again = await reloaded(quiz, store);
		expect([again.current!.tries.length, again.current!.flagged]).toEqual([1, true]);
		again.close();
		store.close();
	});

	it('shows questions and marks them, though the store’s code never came', async () => {
		const error = vi.spyOn(console, 'error').mockImplementation(() => {});
		const quiz = quizOn(new HeldStore(), {
			openStore: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
		});
		await expect(quiz.open()).rejects.toThrow();
		await quiz.start();
		quiz.respond(wrong(quiz), 'chosen');
		quiz.check();
		await quiz.saves.settled();
		expect([quiz.feedback?.outcome, quiz.saves.state]).toEqual(['wrong', 'unsaved']);
		error.mockRestore();
	});
});
