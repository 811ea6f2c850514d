import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import { exampleLesson } from '#lib/session/examples';
import { storeAfter, type Sitting } from '#lib/session/examples-of-progress';
import { longestName } from '#lib/session/learner-name.svelte';
import { pathOf } from '#lib/session/site';
import CertificateScreen from './CertificateScreen.svelte';

const lessons = [exampleLesson, { ...exampleLesson, id: 'genes', title: { en: 'Genes' } }];
const tested = (lesson: string, iso: string, ...earned: number[]): Sitting => ({
	lesson,
	mode: 'test',
	at: new Date(`${iso}T12:00:00`).getTime(),
	answers: earned.map((earned) => ({ objective: 'size', earned })),
	passMark: 0.7
});
const all = [
	tested('cells', '2026-11-20', 1, 1, 1, 0.5),
	tested('genes', '2026-11-23', 1),
	tested('cells', '2026-11-25', 1, 1, 1, 1)
];

async function certificateAfter(sittings: readonly Sitting[], durable = true) {
	const store = await storeAfter(sittings);
	store.durable = durable;
	const { container } = render(CertificateScreen, {
		site: {
			course: { id: 'biology', title: { en: 'Biology' }, languages: ['en', 'ar'] },
			content: 'c0ffee',
			app: '0.1.0'
		},
		lessons,
		passMark: 0.8,
		locale: 'en',
		href: (target) => pathOf(target),
		otherHref: '/ar/progress/certificate/',
		openStore: async () => store
	});
	return { store, paper: () => container.querySelector('.paper') };
}
const field = () => screen.findByRole<HTMLInputElement>('textbox');
const save = () => screen.getByRole('button', { name: 'Save the name' });

beforeAll(async () => {
	await speakOf('progress');
	await speakOf('save');
});
beforeEach(() => speak('en'));

describe('the certificate page', () => {
	it('says what is missing, lesson by lesson, and asks for no name before it is needed', async () => {
		const { store, paper } = await certificateAfter([all[0]!]);
		const link = await screen.findByRole('link', { name: /Take the test: .*Genes/ });
		expect(link.getAttribute('href')).toBe('lessons/genes/quiz/');
		expect(screen.queryByRole('link', { name: /Cells/ })).toBeNull();
		expect(screen.getByText('Passed with 88%')).toBeTruthy();
		expect(screen.getByText('Lessons passed as a test: 1 of 2')).toBeTruthy();
		expect([paper(), screen.queryByRole('textbox')]).toEqual([null, null]);
		expect((await store.records()).profiles.map(({ name }) => name)).toEqual(['']);
	});

	it('shows the paper as soon as it has a name', async () => {
		const { store, paper } = await certificateAfter(all);
		expect((await field()).dir).toBe('auto');
		expect(paper()).toBe(null);
		await userEvent.type(await field(), '  Amal Haddad {Enter}');
		await screen.findByText('Saved on this device');
		const text = paper()!.textContent.replace(/\s+/g, ' ');
		for (const part of ['Amal Haddad', 'Biology', '23 November 2026', '70%', 'c0ffee', /licence/])
			expect(text).toMatch(part);
		const rows = [...paper()!.querySelectorAll('tbody tr')];
		expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
			['Cells', '100%'],
			['Genes', '100%']
		]);
		expect((await store.profile()).name).toBe('Amal Haddad');
	});

	it('refuses no name and a name too long in words, and takes it when it is short enough', async () => {
		const { store, paper } = await certificateAfter(all);
		await field();
		await userEvent.click(save());
		expect(screen.getByText('Enter a name first.').getAttribute('role')).toBe('alert');
		expect(document.activeElement).toBe(await field());
		await userEvent.click(await field());
		await userEvent.paste('م'.repeat(longestName + 3));
		expect(screen.getByText(/at most 100 characters, and this one has 103/)).toBeTruthy();
		await userEvent.click(save());
		expect([paper(), (await store.profile()).name]).toEqual([null, '']);
		await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Enter}');
		expect(paper()!.textContent).toContain('م'.repeat(longestName));
	});

	it('lets a name be changed, or left as it is', async () => {
		const { paper } = await certificateAfter(all);
		await userEvent.type(await field(), 'Amal{Enter}');
		const change = () => screen.getByRole('button', { name: 'Change the name' });
		await userEvent.click(change());
		await userEvent.type(await field(), ' Haddad');
		await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }));
		expect(paper()!.textContent).toContain('Amal');
		expect(paper()!.textContent).not.toContain('Haddad');
		expect(document.activeElement).toBe(change());
		await userEvent.click(change());
		expect((await field()).value).toBe('Amal');
		await userEvent.clear(await field());
		await userEvent.type(await field(), 'آمال{Enter}');
		expect(paper()!.textContent).toContain('آمال');
	});

	it('does not call a name saved that is in memory only', async () => {
		const { paper } = await certificateAfter(all, false);
		await userEvent.type(await field(), 'Amal{Enter}');
		await screen.findByText('Kept only while this page is open');
		expect(screen.queryByText('Saved on this device')).toBeNull();
		expect(paper()!.textContent).toContain('Amal');
	});
});
