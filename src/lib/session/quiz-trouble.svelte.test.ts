import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleContext } from '#lib/store/examples';
import { failWith } from '#lib/store/faults';
import { MemoryStore } from '#lib/store/memory/memory-store';
import { openStore } from '#lib/store/open-store';
import { openAttempts } from './device';
import { HeldStore } from './examples';
import { begun, closeAll, quizOn, reloaded, wrong } from './examples-of-quizzes';

beforeEach(() => localStorage.clear());
afterEach(closeAll);

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
