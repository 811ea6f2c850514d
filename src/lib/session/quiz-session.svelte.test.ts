import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAttempts } from './device';
import { examplePool, HeldStore } from './examples';
import { begun, closeAll, finished, idOf, quizOn, reloaded, wrong } from './examples-of-quizzes';

beforeEach(() => localStorage.clear());
afterEach(closeAll);

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
