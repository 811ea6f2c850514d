import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { exampleLesson, examplePool } from '#lib/session/examples';
import {
	exampleAssignment,
	exampleCell,
	exampleItem,
	exampleReport,
	exampleRow
} from '#lib/session/trainer/examples-of-reports';
import type { Report } from '#lib/training/report/report';
import ReportView from './ReportView.svelte';

const lessons = [exampleLesson, { ...exampleLesson, id: 'genes', title: { en: 'Genes' } }];
const questions = new Map(examplePool.map((question) => [question.id, question]));
const plain = (text: string | null) =>
	(text ?? '')
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();

async function shown(report: Report, locale: Locale = 'en') {
	await speak(locale);
	const ontake = vi.fn(async () => {});
	const view = render(ReportView, {
		place: { assignment: exampleAssignment.id, learner: null, paper: null },
		report,
		assignment: exampleAssignment,
		lessons,
		questionsOf: async () => questions,
		ontake,
		locale
	});
	return { ...view, ontake };
}
const rowsOf = (name: string) =>
	within(screen.getByRole('table', { name, hidden: true }))
		.getAllByRole('row', { hidden: true })
		.slice(1)
		.map((row) => [...row.children].map(({ textContent }) => plain(textContent)));
const gradebook = () => screen.getByRole('region', { name: 'Scores by learner and lesson' });
const names = () =>
	within(gradebook())
		.getAllByRole('link')
		.map(({ textContent }) => textContent);

beforeAll(async () => {
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe() {}
			unobserve() {}
			disconnect() {}
		}
	);
	for (const table of ['progress', 'quiz', 'report'] as const) await speakOf(table);
});
beforeEach(() => speak('en'));

describe('the report', () => {
	const two = [
		exampleRow('a', 'Amal'),
		exampleRow('b', 'Badr', { mean: 0.4, passed: false, objectives: [0, null, 0.5, 1] })
	];

	it('tells each picture in a table too', async () => {
		await shown(exampleReport(two));
		expect(rowsOf('Scores').slice(-2)).toEqual([
			['80% to 90%', '0'],
			['90% to 100%', '2']
		]);
		expect(rowsOf('Completion over time')).toEqual([
			['24 November 2026', '1'],
			['25 November 2026', '2']
		]);
		// Those who need help stand first.
		expect(rowsOf('Learners by objective')).toEqual([
			['Badr', '0%', '–', '50%', '100%'],
			['Amal', '100%', '80%', '90%', '90%']
		]);
	});

	it('says "nothing heard" beside what was assigned, and as of when', async () => {
		const { container } = await shown(exampleReport(two));
		const facts = [...container.querySelectorAll('dl')[0]!.children].map((one) =>
			plain(one.textContent)
		);
		expect(facts).toEqual([
			'Assigned 3',
			'Complete 1',
			'In progress 1',
			'Accepted, not begun 0',
			'Nothing heard 1'
		]);
		expect(
			screen.getByText(/^As collected on this device up to .*26 November 2026.*12:00/)
		).toBeTruthy();
	});

	it('leads from each name to the answers, and says in words what is the matter', async () => {
		await shown(
			exampleReport([
				exampleRow('a+b', 'Amal', {
					standing: 'unconfirmed',
					onRoster: false,
					cells: [
						exampleCell({ late: true, unmarked: 2, notes: ['sender-differs'] }),
						exampleCell({ lesson: 'genes', share: null, passed: false })
					]
				})
			])
		);
		const link = within(gradebook()).getByRole('link', { name: 'Amal' });
		expect(link.getAttribute('href')).toBe(`#id=${exampleAssignment.id}&learner=a%2Bb`);
		const row = plain(link.closest('tr')!.textContent);
		for (const words of [
			'Unconfirmed',
			'Not on the roster',
			'90% Passed',
			'Late',
			'2 questions not marked',
			'See the notes',
			'Not received complete'
		])
			expect(row).toContain(words);
	});

	it('shows fifty learners at a time, however many there are', async () => {
		const many = Array.from({ length: 120 }, (_, index) =>
			exampleRow(`l${index}`, `Learner ${String(index).padStart(3, '0')}`)
		);
		const { container } = await shown(exampleReport(many));
		expect(names()).toHaveLength(50);
		expect(container.querySelectorAll('tr').length).toBeLessThan(200);
		const pager = screen.getByRole('navigation', { name: 'Pages: \u2068Gradebook\u2069' });
		const next = within(pager).getByRole('button', { name: 'Next' });
		await userEvent.click(next);
		await userEvent.click(next);
		expect(names()).toHaveLength(20);
		expect(within(pager).getByRole('status').textContent).toContain('101 to 120 of 120');
		// The focus stays on the button of a page that is the last.
		await userEvent.click(next);
		expect(document.activeElement).toBe(next);
		expect(names()[0]).toBe('Learner 100');
	});

	it('sorts by score and shows one department', async () => {
		await shown(exampleReport([...two, exampleRow('c', 'Cem', { department: 'Pharmacy' })]));
		expect(names()).toEqual(['Amal', 'Badr', 'Cem']);
		await userEvent.selectOptions(screen.getByLabelText('Sort by'), 'Lowest score first');
		expect(names()).toEqual(['Badr', 'Amal', 'Cem']);
		await userEvent.selectOptions(screen.getByLabelText('Department'), 'Pharmacy');
		expect(names()).toEqual(['Cem']);
	});

	it('puts a suspect key first, and counts what was chosen by the words of the options', async () => {
		const { container } = await shown(
			exampleReport(two, [
				exampleItem('other'),
				exampleItem('multiple', { flags: [] }),
				exampleItem('single', { flags: ['too-easy', 'key-suspect'], answers: 40 })
			])
		);
		await vi.waitFor(() => expect(container.querySelectorAll('.asked bdi').length).toBe(3));
		const flags = [...container.querySelectorAll('.flags')].map(({ textContent }) =>
			plain(textContent)
		);
		expect(flags).toEqual([
			expect.stringMatching(/Too easy ?The key may be wrong/),
			'Nothing stands out',
			'Too few answers to say'
		]);
		await userEvent.click(container.querySelectorAll('.flags')[0]!);
		const table = await screen.findByRole('table', { name: 'What was answered' });
		expect([...table.querySelectorAll('tbody tr')].map((row) => plain(row.textContent))).toEqual([
			'right Right answer 2',
			'wrong 1'
		]);
		expect(screen.getByText(/did worse here/)).toBeTruthy();
	});

	it('hands over each table in each form, and says when it could not', async () => {
		const { ontake } = await shown(exampleReport(two));
		await userEvent.click(screen.getByRole('button', { name: 'Every answer Spreadsheet (.xlsx)' }));
		expect(ontake).toHaveBeenLastCalledWith('answers', 'xlsx');
		await screen.findByText('The file was handed to the browser.');
		ontake.mockRejectedValueOnce(new Error('no'));
		await userEvent.click(screen.getByRole('button', { name: 'Gradebook CSV' }));
		await screen.findByText(/could not be made/);
	});

	it('says in an empty class what to do, in Arabic too', async () => {
		const report = exampleReport([], []);
		await shown(
			{
				...report,
				completion: [],
				histogram: report.histogram.map((bin) => ({ ...bin, learners: 0 }))
			},
			'ar'
		);
		for (const words of ['لم يصل أي درس مكتملًا بعد.', 'لم يُجمع تسليم من أحد بعد.', 'لا أحد هنا.'])
			expect(screen.getByText(words)).toBeTruthy();
	});
});
