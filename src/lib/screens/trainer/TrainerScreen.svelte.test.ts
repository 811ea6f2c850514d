import { render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { pathOf } from '#lib/session/site';
import {
	exampleAssignment,
	exampleResult,
	ExampleTrainerStore,
	newlyGiven,
	nowSent,
	StoreError
} from '#lib/session/trainer/examples-of-trainers';
import TrainerScreen from './TrainerScreen.svelte';

const titled = (id: string, en: string, ar: string) => ({ id, title: { en, ar } });
const modules = [
	{
		...titled('foundations', 'Foundations', 'الأسس'),
		lessons: [titled('cells', 'Cells', 'الخلايا'), titled('genes', 'Genes', 'الجينات')]
	}
];

async function shown(openStore = new ExampleTrainerStore().open, locale: Locale = 'en') {
	await speak(locale);
	const href = (target: Parameters<typeof pathOf>[0]) => `/${locale}/${pathOf(target)}`;
	render(TrainerScreen, { modules, passMark: 0.8, locale, href, openStore });
}

beforeAll(() => speakOf('trainer'));
beforeEach(() => {
	// Monday noon in Dubai.
	vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 8), toFake: ['Date'] });
	const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
	vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
		this: Intl.DateTimeFormat
	) {
		return { ...resolved.call(this), timeZone: 'Asia/Dubai' };
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

describe('the first screen of a trainer', () => {
	it('suggests each module as a test that is due next Thursday, its zone named', async () => {
		await shown();
		const link = screen.getByRole('link', { name: /^Foundations: test, 80%, Thursday/ });
		expect(link.textContent.replace(/\p{Cf}/gu, '')).toMatch(
			/Thursday.? 26 November 2026 at 23:59 \(Asia\/Dubai\)$/
		);
		expect(link.getAttribute('href')).toBe('/en/trainer/edit/#module=foundations');
		expect(screen.getByRole('link', { name: 'Look at a sample class' }).getAttribute('href')).toBe(
			'/en/trainer/report/#sample'
		);
		expect(document.body.textContent).not.toMatch(/\bkeys?\b|encrypt/i);
	});

	it('says what to do where there is no assignment, and what it cannot do', async () => {
		await shown();
		expect(await screen.findByText(/^There is none yet. Choose a suggestion/)).toBeTruthy();
		expect(screen.getByText(/^It cannot prove who sat at the screen/)).toBeTruthy();
	});

	it('lists the assignments, whether they were sent, and from how many something came', async () => {
		const member = (id: string, left: number | null = null) => ({
			...{ id, left, name: id, number: '', department: '', jobTitle: '', token: id },
			...{ device: null, profile: null }
		});
		const roster = [member('m1'), member('m2'), member('m3', 9)];
		const sent = { ...nowSent(newlyGiven(exampleAssignment), 5)!, roster };
		const draft = newlyGiven({
			...exampleAssignment,
			id: 'other',
			title: 'نص',
			lessons: ['genes']
		});
		const store = new ExampleTrainerStore(undefined, sent, draft);
		store.results = ['m1', 'm3'].map((id) =>
			exampleResult(sent.id, id, { lesson: 'cells', ended: 9 })
		);
		await shown(store.open);
		const table = within(await screen.findByRole('table', { name: 'Your assignments' }));
		await table.findByText('1 of 2');
		const rows = table.getAllByRole('row').slice(1);
		const cells = rows.map((row) =>
			[...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
		);
		expect(cells.map(([title, , lessons, , state]) => [title, lessons, state])).toEqual([
			['نص', 'Genes', 'Not sent'],
			['Week 1', 'Foundations', 'Sent']
		]);
		expect(cells[1]![3]).toMatch(/26 November 2026 at 23:59 Asia\/Dubai$/);
		expect(table.getByRole('link', { name: 'Week 1' }).getAttribute('href')).toBe(
			`/en/trainer/assignment/#id=${sent.id}`
		);
	});

	it('says in words why nothing can be kept', async () => {
		await shown(async () => {
			throw new StoreError('blocked');
		});
		const said = await screen.findByText(/^This browser does not let the site keep anything/);
		expect(said.closest('[role="alert"]')).toBeTruthy();
	});

	it('speaks Arabic', async () => {
		await shown(undefined, 'ar');
		const link = screen.getByRole('link', { name: /^الأسس: اختبار/ });
		expect(link.textContent.replace(/\p{Cf}/gu, '')).toMatch(/الخميس، 26 نوفمبر 2026/);
	});
});
