import { render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import { exampleLesson, HeldStore } from '#lib/session/examples';
import {
	acceptInto,
	exampleCourse,
	exampleKeys,
	givenNow
} from '#lib/session/examples-of-assignments';
import { pathOf } from '#lib/session/site';
import type { Assignment } from '#lib/training/assignment';
import HomeScreen from './HomeScreen.svelte';

let keys: Awaited<ReturnType<typeof exampleKeys>>;
beforeAll(async () => {
	keys = await exampleKeys();
	document.documentElement.dataset.course = exampleCourse;
	await speakOf('home');
	await speakOf('assignment');
});
beforeEach(() => speak('en'));

const modules = [
	{ id: 'foundations', title: { en: 'Foundations' }, summary: { en: '' }, lessons: [exampleLesson] }
];
function home() {
	const store = new HeldStore();
	render(HomeScreen, {
		title: { en: 'Exosomes' },
		summary: { en: 'What they are.' },
		modules,
		locale: 'en',
		href: (target) => pathOf(target),
		openStore: async () => store
	});
	const accept = (id: string, part: Partial<Assignment>) =>
		acceptInto(store, givenNow(keys.trainer, { id, ...part }), keys.trainer);
	return { store, accept };
}
const assigned = () =>
	screen.findByRole('region', { name: 'Assigned to you' }, { timeout: 20_000 });

describe('the home page', () => {
	it('says nothing of assignments where there are none, but how to add one', async () => {
		home();
		const link = await screen.findByRole('link', { name: 'Add an assignment' });
		expect(link.getAttribute('href')).toBe('assignment/');
		expect(screen.queryByText('Assigned to you')).toBeNull();
	});

	it('shows what is assigned above the modules, the soonest due first, overdue in words', async () => {
		const { accept } = home();
		const now = Date.now();
		await accept('later', { title: 'Later', due: now + 9_000_000 });
		await accept('overdue', { title: 'Overdue', due: now - 60_000, made: now - 9_000_000 });
		await accept('any', { title: 'Any time', due: null });
		await accept('withdrawn', { title: 'Gone', withdrawn: true });
		const region = await assigned();
		await waitFor(() => expect(within(region).getAllByRole('link')).toHaveLength(3));
		expect(
			within(region)
				.getAllByRole('link')
				.map(({ textContent }) => textContent)
		).toEqual(['Overdue', 'Later', 'Any time']);
		const [first] = within(region).getAllByRole('listitem');
		const words = first!.textContent.replace(/\s+/g, ' ');
		for (const part of [
			/Overdue since /,
			'1 lesson is left',
			'Nothing to hand in yet',
			'Mona Haddad'
		])
			expect(words).toMatch(part);
		const modules = screen.getByRole('heading', { name: 'Modules' });
		expect(region.compareDocumentPosition(modules)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
	});

	it('shows one that was accepted in another tab, and goes on without one that was taken off', async () => {
		const { store, accept } = home();
		await screen.findByRole('link', { name: 'Add an assignment' });
		await accept('one', { title: 'One' });
		await assigned();
		await store.removeAssignment((await store.assigned()).accepted[0]!);
		await waitFor(() => expect(screen.queryByText('Assigned to you')).toBeNull());
	});
});
