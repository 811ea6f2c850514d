import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { exampleLesson } from '#lib/session/examples';
import { storeAfter, type Sitting } from '#lib/session/examples-of-progress';
import { pathOf } from '#lib/session/site';
import ProgressScreen from './ProgressScreen.svelte';

const genes = { ...exampleLesson, id: 'genes', title: { en: 'Genes', ar: 'الجينات' } };
const modules = [
	{
		id: 'foundations',
		title: { en: 'Foundations', ar: 'الأسس' },
		summary: { en: 'First.' },
		lessons: [exampleLesson, genes]
	}
];
const at = Date.now() - 60_000;
const answers = (objective: string, ...earned: number[]) =>
	earned.map((earned) => ({ objective, earned }));

async function shown(sittings: readonly Sitting[], locale: Locale = 'en') {
	await speak(locale);
	const store = await storeAfter(sittings);
	let arrive = () => {};
	const arrived = new Promise<void>((resolve) => (arrive = resolve));
	const { container } = render(ProgressScreen, {
		modules,
		taught: { cells: { size: 'size' } },
		passMark: 0.8,
		locale,
		href: (target) => pathOf(target),
		openStore: () => arrived.then(() => store)
	});
	return { container, arrive };
}
/** Cells of the table of this name, row by row, without marks of direction. */
const tableOf = (name: string) =>
	within(screen.getByRole('table', { name, hidden: true }))
		.getAllByRole('row', { hidden: true })
		.slice(1)
		.map((row) =>
			[...row.children].map(({ textContent }) => textContent.replace(/\p{Cf}/gu, '').trim())
		);

beforeAll(() => {
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe() {}
			unobserve() {}
			disconnect() {}
		}
	);
	return speakOf('progress');
});
beforeEach(() => speak('en'));

describe('the progress page', () => {
	it('can be read before the store has answered, and says nothing that it does not know', async () => {
		const { container } = await shown([]);
		expect(screen.getAllByText('Know the size.')).toHaveLength(2);
		expect(container.textContent).not.toMatch(/mastered|Nothing done yet/);
	});

	it('leads to the first lesson where nothing was done', async () => {
		const { arrive } = await shown([]);
		arrive();
		const link = await screen.findByRole('link', { name: /Start with: .*Cells/ });
		expect(link.getAttribute('href')).toBe('lessons/cells/');
		expect(screen.queryByRole('heading', { name: 'Scores over time' })).toBeNull();
	});

	it('tells each objective, score and level in tables too', async () => {
		const { arrive } = await shown([
			{ lesson: 'cells', at, answers: answers('size', 0, 0, 1) },
			{ lesson: 'cells', at, mode: 'test', answers: answers('cargo', 1, 1) },
			{ lesson: 'genes', at, answers: answers('size', 0.5), open: true }
		]);
		arrive();
		await screen.findByRole('heading', { name: 'Scores over time' });
		expect(tableOf('Mastery by objective')).toEqual([
			['Know the size.', 'Cells', 'Weak', '33%', '3'],
			['Know the cargo.', 'Cells', 'Mastered', '100%', '2'],
			['Know the size.', 'Genes', 'Growing', '50%', '1'],
			['Know the cargo.', 'Genes', 'Not yet', '–', '0']
		]);
		expect(tableOf('Scores over time').map((cells) => cells.slice(1))).toEqual([
			['Cells', 'Practice', '33%', 'Not passed yet'],
			['Cells', 'Test', '100%', 'Passed']
		]);
		expect(screen.getByText('Lessons passed as a test: 1 of 2')).toBeTruthy();
		expect(screen.getByText(/^20 more answers with a word/)).toBeTruthy();
	});

	it('leads from a weak objective to the section that teaches it, or else to its lesson', async () => {
		const { arrive } = await shown([
			{ lesson: 'cells', at, answers: [...answers('size', 0), ...answers('cargo', 0)] }
		]);
		arrive();
		const links = await screen.findAllByRole('link', { name: /^Read again/ });
		expect(links.map((link) => link.getAttribute('href'))).toEqual([
			'lessons/cells/#size',
			'lessons/cells/'
		]);
		expect(screen.getByRole('link', { name: 'To the review' }).getAttribute('href')).toBe(
			'review/'
		);
	});

	it('shows the scores of one lesson where it is chosen', async () => {
		const { container, arrive } = await shown([
			{ lesson: 'cells', at, answers: answers('size', 1) },
			{ lesson: 'genes', at, answers: answers('size', 0) }
		]);
		arrive();
		await userEvent.selectOptions(await screen.findByLabelText('Show'), 'genes');
		expect(tableOf('Scores over time').map((cells) => cells[1])).toEqual(['Genes']);
		expect(container.querySelectorAll('path.mark')).toHaveLength(1);
	});

	it('draws from left to right in Arabic too, and says its words in Arabic', async () => {
		const { container, arrive } = await shown(
			[{ lesson: 'genes', at, answers: answers('size', 1) }],
			'ar'
		);
		arrive();
		await screen.findByRole('heading', { name: 'الدرجات عبر الزمن' });
		expect(tableOf('الدرجات عبر الزمن').map((cells) => cells.slice(1))).toEqual([
			['الجينات', 'تدريب', '100%', 'تمّ الاجتياز']
		]);
		const drawings = [...container.querySelectorAll('svg[role="img"]')];
		expect(drawings.length).toBeGreaterThan(2);
		for (const drawing of drawings)
			expect(drawing.closest('[dir]')!.getAttribute('dir')).toBe('ltr');
	});
});
