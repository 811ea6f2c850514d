import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AssignedRules, Assignment } from '#lib/training/assignment';
import { exampleAssignment } from '#lib/training/examples-of-assignments';
import { AssignedQuiz } from './assigned-quiz';
import { HeldStore } from './examples';
import { begun, closeAll, correct, finished, quizOn, reloaded } from './examples-of-quizzes';
import type { QuizContext } from './quiz-session.svelte';

afterEach(closeAll);

const hour = 3_600_000;
const assigned = (
	id: string,
	rules: Partial<AssignedRules> = {},
	part: Partial<Assignment> = {}
): Assignment => ({
	...exampleAssignment,
	id,
	due: Date.now() + hour,
	...part,
	rules: { ...exampleAssignment.rules, ...rules }
});

/** A store in which something is accepted, and a context that reads it as these assignments. */
async function withAssigned(...assignments: readonly Assignment[]) {
	const store = new HeldStore();
	for (const { id, revision } of assignments)
		await store.acceptAssignment({ id, revision, signed: `signed ${id}`, number: '' });
	const context: Partial<QuizContext> = {
		assigned: async ({ accepted }) =>
			new AssignedQuiz(
				assignments.filter(({ id }) => accepted.some((row) => row.id === id && !row.removed)),
				'cells'
			)
	};
	return { store, context };
}

describe('a test that is assigned', () => {
	it('is started for the assignment, with its rules, and the course’s pass mark', async () => {
		const { store, context } = await withAssigned(assigned('one', { passMark: 0.9 }));
		await begun(store, context, 'test');
		const [attempt] = (await store.history()).attempts;
		expect(attempt!.assignments).toEqual(['one']);
		expect(attempt!.terms).toMatchObject([{ assignment: 'one', revision: 1, passMark: 0.9 }]);
		expect(attempt!.rules).toMatchObject({ passMark: 0.7, timeLimit: 1_200_000, attempts: 2 });
	});

	it('is started for it by a press before anything was read, in a tab that is new', async () => {
		const { store, context } = await withAssigned(assigned('one'));
		const quiz = quizOn(store, context);
		await quiz.start('test');
		await quiz.saves.settled();
		expect((await store.history()).attempts[0]!.assignments).toEqual(['one']);
	});

	it('leaves practice, and tests of what is not assigned, as they were', async () => {
		const { store, context } = await withAssigned(
			assigned('genes', {}, { lessons: ['genes'] }),
			assigned('removed')
		);
		const { accepted } = await store.assigned();
		await store.removeAssignment(accepted.find(({ id }) => id === 'removed')!);
		const quiz = await begun(store, context, 'test');
		expect(quiz.rules).toMatchObject({ timeLimit: null, attempts: null });
		quiz.finish();
		await quiz.start('practice');
		await quiz.saves.settled();
		const { attempts } = await store.history();
		expect(attempts.map(({ assignments }) => assignments)).toEqual([[], []]);
	});

	it('counts down its attempts, and is for nothing when they are used up', async () => {
		const { store, context } = await withAssigned(assigned('one', { attempts: 1 }));
		const test = { minutes: null, attempts: 1, counts: 'best', confidence: false } as const;
		const quiz = await begun(store, { ...context, test }, 'test');
		expect(quiz.assignments.meetings('test')).toMatchObject([{ left: 0, late: false }]);
		await finished(quiz, ['right']);
		expect([quiz.testsLeft, quiz.mayStart('test')]).toEqual([0, false]);
		const again = await reloaded(quiz, store, context);
		await again.start('test');
		await again.saves.settled();
		expect((await store.history()).attempts.map(({ assignments }) => assignments)).toEqual([
			['one'],
			[]
		]);
	});

	it('can be taken although the course allows no further test', async () => {
		const { store, context } = await withAssigned(assigned('one'));
		const test = { minutes: null, attempts: 1, counts: 'best', confidence: false } as const;
		const own = await begun(store, { test }, 'test');
		own.finish();
		await own.saves.settled();
		const quiz = await begun(store, { ...context, test }, 'test');
		expect([quiz.phase, quiz.assignments.terms.length]).toEqual(['question', 1]);
	});

	it('is told as soon as it is accepted in another tab', async () => {
		const { store, context } = await withAssigned();
		const one = assigned('one');
		const quiz = quizOn(store, { assigned: async () => new AssignedQuiz([one], 'cells') });
		await quiz.open();
		expect(quiz.assignments.meetings('test')).toEqual([]);
		await store.acceptAssignment({ id: 'one', revision: 1, signed: 'signed', number: '' });
		await vi.waitFor(() => expect(quiz.assignments.meetings('test')).toMatchObject([{ left: 2 }]));
		expect(quiz.assignments.meetings('test')[0]!.assignment.title).toBe('Week 1');
		expect(context.assigned).toBeDefined();
	});

	it('cannot be started where what is assigned cannot be read, and says so', async () => {
		const { store } = await withAssigned(assigned('one'));
		const quiz = quizOn(store, { assigned: () => Promise.reject(new Error('not fetched')) });
		await quiz.open();
		await quiz.start('test');
		expect([quiz.unavailable, quiz.phase]).toEqual([true, 'start']);
	});
});

describe('answers that show after the due date', () => {
	it('are sealed until then, and going over them too', async () => {
		const one = assigned('one', { answers: 'after-due' });
		const { store, context } = await withAssigned(one);
		const quiz = await begun(store, context, 'test');
		quiz.respond(correct(quiz), 'chosen');
		quiz.finish();
		await quiz.saves.settled();
		expect([quiz.assignments.sealedUntil, quiz.phase]).toEqual([one.due, 'result']);
		quiz.redoMissed();
		expect([quiz.redo, (await store.history()).attempts.length]).toEqual([false, 1]);
		expect(quiz.state!.score).toEqual({ earned: 1, possible: 3 });
	});

	it('are there after it, whatever became of the assignment', async () => {
		const now = vi.spyOn(Date, 'now');
		try {
			const one = assigned('one', { answers: 'after-due' });
			const { store, context } = await withAssigned(one);
			const quiz = await begun(store, context, 'test');
			await finished(quiz, ['right', 'wrong']);
			const [accepted] = (await store.assigned()).accepted;
			await store.removeAssignment(accepted!);
			const early = await reloaded(quiz, store, context);
			await early.resume(quiz.shown!);
			expect(early.assignments.sealedUntil).toBe(one.due);
			now.mockReturnValue(one.due!);
			const later = await reloaded(early, store, context);
			await later.resume(quiz.shown!);
			expect([later.assignments.sealedUntil, later.phase]).toEqual([null, 'result']);
			later.redoMissed();
			expect(later.redo).toBe(true);
		} finally {
			now.mockRestore();
		}
	});

	it('are there at once where the assignment says so', async () => {
		const { store, context } = await withAssigned(assigned('one', { answers: 'after-attempt' }));
		const quiz = await begun(store, context, 'test');
		await finished(quiz, ['right']);
		expect(quiz.assignments.sealedUntil).toBeNull();
	});
});
