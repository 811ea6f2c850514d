import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import { exampleLesson, examplePool, HeldStore } from '#lib/session/examples';
import {
	acceptInto,
	exampleCourse,
	exampleKeys,
	givenNow
} from '#lib/session/examples-of-assignments';
import { pathOf } from '#lib/session/site';
import type { AssignedRules, Assignment } from '#lib/training/assignment';
import { standInForDialogs } from './examples-of-screens';
import QuizScreen from './QuizScreen.svelte';

let keys: Awaited<ReturnType<typeof exampleKeys>>;
beforeAll(async () => {
	keys = await exampleKeys();
	for (const table of ['quiz', 'save', 'assignment'] as const) await speakOf(table);
	standInForDialogs();
	document.documentElement.dataset.course = exampleCourse;
});
beforeEach(async () => {
	localStorage.clear();
	await speak('en');
});
afterEach(() => vi.restoreAllMocks());

async function quizWith(rules: Partial<AssignedRules> = {}, part: Partial<Assignment> = {}) {
	const store = new HeldStore({ now: Date.now });
	const given = givenNow(keys.trainer, { title: 'Week 1', ...part });
	const assignment = { ...given, rules: { ...given.rules, confidence: false, ...rules } };
	await acceptInto(store, assignment, keys.trainer);
	render(QuizScreen, {
		lesson: exampleLesson,
		next: null,
		passMark: 0.7,
		test: { minutes: 6, attempts: 1, counts: 'last', confidence: false },
		locale: 'en',
		href: (target) => pathOf(target),
		openStore: async () => store,
		questions: async () => examplePool,
		place: undefined,
		onplace: () => {}
	});
	return { store, assignment };
}
const told = () => screen.findByText(/Week 1/, {}, { timeout: 20_000 });
const press = async (name: string) =>
	userEvent.click(await screen.findByRole('button', { name }, { timeout: 20_000 }));

/** Begins the test and hands it in as it is. */
async function handIn() {
	await told();
	await press('Start a test');
	await press('Look over my answers');
	await press('Hand in the test');
	await screen.findByRole('heading', { level: 1, name: 'Result' });
}

describe('a quiz of a lesson that is assigned', () => {
	it('says for which assignment a test counts, by the assignment’s rules', async () => {
		await quizWith();
		const words = (await told()).closest('p')!.textContent.replace(/\s+/g, ' ');
		expect(words).toMatch(/Counts for the assignment “⁨Week 1⁩”\. Due .*80% passes it/);
		expect(words).toContain('2 attempts are left. The best one counts.');
		expect(words).toContain('Time limit: 20 minutes.');
		expect(words).toMatch(/The answers are shown from .* on\./);
		expect(screen.queryByText(/One attempt is allowed/)).toBeNull();
		expect(screen.queryByText('Time limit: 6 minutes.')).toBeNull();
	});

	it('says that an attempt now is late, and that one that is used up counts for it no more', async () => {
		await quizWith({}, { made: Date.now() - 9_000_000, due: Date.now() - 3_600_000 });
		expect((await told()).textContent).toMatch(/as late: it was due/);
	});

	it('keeps the answers and going over them back until the due date, and shows the score', async () => {
		const { store } = await quizWith();
		await handIn();
		expect(screen.getByText(/are shown from .* on\. Your score stands/)).toBeTruthy();
		expect(screen.getByText(/0 of 3 points/)).toBeTruthy();
		expect(screen.queryByRole('heading', { name: 'Your answers' })).toBeNull();
		expect(screen.queryByRole('button', { name: /Redo/ })).toBeNull();
		expect(document.body.textContent).not.toContain('Why right');
		expect(screen.getByText(/Not passed for the assignment “⁨Week 1⁩”/)).toBeTruthy();
		const [attempt] = (await store.history()).attempts;
		expect(attempt!.terms).toHaveLength(1);
		expect(screen.getByRole('link', { name: /to hand in/ }).getAttribute('href')).toBe(
			`assignment/#id=${attempt!.assignments[0]}`
		);
	});

	it('shows the answers after the due date', async () => {
		const { assignment } = await quizWith();
		await handIn();
		vi.spyOn(Date, 'now').mockReturnValue(assignment.due! + 1);
		await press('Take the quiz again');
		await waitFor(() => expect(document.body.textContent).toMatch(/as late/));
		await press('Look at it, ' + new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }));
		expect(await screen.findByRole('heading', { name: 'Your answers' })).toBeTruthy();
		expect(screen.getByRole('button', { name: /Redo/ })).toBeTruthy();
	});

	it('shows them at once where the assignment says so', async () => {
		await quizWith({ answers: 'after-attempt' });
		await handIn();
		expect(await screen.findByRole('heading', { name: 'Your answers' })).toBeTruthy();
	});
});
