import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { exampleLesson, examplePool } from '#lib/session/examples';
import { pathOf } from '#lib/session/site';
import {
	exampleAssignment,
	exampleCell,
	exampleReport,
	exampleResult,
	exampleRow,
	exampleSummary
} from '#lib/session/trainer/examples-of-reports';
import type { ReportPlace } from '#lib/session/trainer/report-place';
import type { ReportSource } from '#lib/session/trainer/report-source';
import ReportScreen from './ReportScreen.svelte';

const lessons = [exampleLesson, { ...exampleLesson, id: 'genes', title: { en: 'Genes' } }];
const whole: ReportPlace = { assignment: exampleAssignment.id, learner: null, paper: null };
const files: { name: string; blob: Blob }[] = [];

function sourceOf(part: Partial<ReportSource> = {}): ReportSource {
	return {
		phase: 'ready',
		progress: null,
		given: {
			id: exampleAssignment.id,
			revisions: [exampleAssignment],
			sent: 0,
			roster: [],
			edition: 1,
			at: 0
		},
		report: exampleReport([
			exampleRow('a', 'Amal'),
			exampleRow('b', '=HYPERLINK("x")', { passed: false })
		]),
		result: async (learner) => (learner === 'a' ? exampleResult() : null),
		eachResult: async (visit) => void visit([exampleResult()]),
		open: vi.fn(async () => {}),
		close: () => {},
		...part
	};
}
async function shown(place: Partial<ReportPlace>, source = sourceOf(), locale: Locale = 'en') {
	await speak(locale);
	const ongiveback = vi.fn(async () => ({ attempts: 2, missing: 1 }));
	const view = render(ReportScreen, {
		place: { ...whole, ...place },
		source,
		site: {
			course: { id: 'biology', title: { en: 'Biology' }, languages: ['en', 'ar'] as const },
			content: 'c0ffee',
			app: '1'
		},
		lessons,
		questions: async () => examplePool,
		locale,
		href: (target) => `/en/${pathOf(target)}`,
		otherHref: '/ar/trainer/report/',
		ongiveback: place.assignment === null ? null : ongiveback
	});
	return { ...view, source, ongiveback };
}
/** The text of the last file that was handed over, and what it is called. */
async function lastFile() {
	await waitFor(() => expect(files.length).toBeGreaterThan(0));
	const { name, blob } = files.at(-1)!;
	const text = await new Promise<string>((resolve) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		reader.readAsText(blob);
	});
	return { name, rows: text.trim().split('\r\n') };
}

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
beforeEach(() => {
	URL.createObjectURL = (blob) => {
		files.push({ name: '', blob: blob as Blob });
		return 'blob:x';
	};
	URL.revokeObjectURL = () => {};
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		files.at(-1)!.name = this.download;
	});
});
afterEach(() => {
	files.length = 0;
	vi.restoreAllMocks();
});

describe('the screen of a report', () => {
	it('hands the answers over in words, beside the right ones', async () => {
		await shown({});
		await userEvent.click(screen.getByRole('button', { name: 'Every answer CSV' }));
		const { name, rows } = await lastFile();
		expect(name).toMatch(/^Week-1-answers-2026-11-26\.csv$/);
		expect(rows[0]).toContain('Name,Staff number,Lesson,Attempt');
		expect(rows[1]).toMatch(/^Amal,N-1,Cells,1,2026-11-25 12:00,/);
		expect(rows[1]).toContain(',right,right,1,1,0,Arabic,certain,42,');
		expect(rows).toHaveLength(3);
	});

	it('hands the gradebook over with no cell that a spreadsheet computes, in Arabic too', async () => {
		await shown({}, sourceOf(), 'ar');
		await userEvent.click(screen.getByRole('button', { name: 'سجل الدرجات CSV' }));
		const { rows } = await lastFile();
		expect(rows[0]).toContain('الاسم,الرقم الوظيفي,الإدارة');
		expect(rows.find((row) => row.includes('HYPERLINK'))).toMatch(/^"?'=/);
	});

	it('says plainly that a sample class is invented, on its certificates too', async () => {
		const { container } = await shown({ assignment: null, paper: 'certificates' });
		expect(screen.getAllByText(/^Invented: nobody in it is real/).length).toBeGreaterThan(0);
		const papers = [...container.querySelectorAll('article')];
		expect(papers).toHaveLength(1);
		expect(papers[0]!.textContent).toMatch(/Amal[\s\S]*Invented/);
	});

	it('dates a certificate by the pass, not by an attempt before it', async () => {
		const passed = [Date.UTC(2026, 2, 9, 8), Date.UTC(2026, 2, 4, 8)].map((passedAt, index) =>
			exampleCell({ lesson: ['cells', 'genes'][index]!, passedAt })
		);
		const row = exampleRow('a', 'Amal', { finished: Date.UTC(2026, 2, 1, 8), cells: passed });
		const { container } = await shown(
			{ paper: 'certificates' },
			sourceOf({ report: exampleReport([row]) })
		);
		expect(container.querySelector('article')!.textContent).toContain('9 March 2026');
	});

	it('prints a summary by department with the version, the time and room to sign', async () => {
		const { container } = await shown({ paper: 'summary' });
		const paper = container.querySelector('article')!;
		const rows = [...paper.querySelectorAll('tbody tr')].map((row) =>
			[...row.children].map(({ textContent }) => textContent.trim())
		);
		expect(rows[0]).toEqual(['Nursing', '3', '1', '1', '0', '1']);
		expect(paper.textContent).not.toMatch(/Another person/);
		for (const words of ['c0ffee', '26 November 2026', 'Trainer:', 'Huda', 'does not mean'])
			expect(paper.textContent).toContain(words);
		expect(screen.getByRole('link', { name: /Show it in/ }).getAttribute('href')).toBe(
			`/ar/trainer/report/#id=${exampleAssignment.id}&paper=summary`
		);
	});

	it('says on the summary who of the finished is unconfirmed, and what that means', async () => {
		const departments = [exampleSummary({ unconfirmed: 1 })];
		const report = { ...exampleReport([]), departments };
		const { container } = await shown({ paper: 'summary' }, sourceOf({ report }));
		const paper = within(container.querySelector('article')!);
		const column = paper
			.getAllByRole('columnheader')
			.indexOf(paper.getByRole('columnheader', { name: 'Of the finished, unconfirmed' }));
		expect(paper.getAllByRole('row')[1]!.children[column]!.textContent).toBe('1');
		expect(paper.getByText(/Another person could have written it/)).toBeTruthy();
	});

	it('gives a hand-in back, and says what is not in it', async () => {
		const { ongiveback } = await shown({ learner: 'a' });
		await userEvent.click(await screen.findByRole('button', { name: 'Give the hand-in back' }));
		expect(ongiveback).toHaveBeenCalledWith('a');
		const status = await screen.findByText(/file with 2 attempts was handed/);
		expect(status.textContent).toMatch(/One question is not on this site any more/);
	});

	it('says nothing of a learner of whom nothing was heard, and leads back', async () => {
		await shown({ learner: 'gone' });
		await screen.findByText('No attempt was handed in yet.');
		expect(screen.getByRole('link', { name: 'Back to the class' }).getAttribute('href')).toBe(
			`#id=${exampleAssignment.id}`
		);
	});

	it('shows how far it is, what is missing, and tries again', async () => {
		const working = await shown(
			{},
			sourceOf({ phase: 'working', report: null, progress: { done: 30, total: 120 } })
		);
		const bar = screen.getByRole<HTMLProgressElement>('progressbar');
		expect([bar.value, bar.max]).toEqual([30, 120]);
		working.unmount();
		const { source } = await shown({}, sourceOf({ phase: 'unmarkable', report: null }));
		expect(within(screen.getByRole('alert')).getByText(/What was collected is safe/)).toBeTruthy();
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
		expect(source.open).toHaveBeenCalled();
	});
});
