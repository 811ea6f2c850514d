import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { answerRows } from '../answer-rows';
import { attemptLines, courseOf, givenOf, member, resultOf } from '../examples-of-marking';
import { exampleAssignment } from '../examples-of-assignments';
import { ReportBuilder } from '../report';
import { calendarOf } from './calendar';
import { csvLines, csvOf } from './csv';
import type { Labels } from './labels';
import { summaryCells, summaryOf } from './summary';
import { answersTable, gradebookTable, itemsTable } from './tables';
import { workbookOf } from './workbook';

describe('CSV', () => {
	it('is RFC 4180 with its mark and CR LF', () => {
		expect(
			csvOf({
				rows: [
					['a', 'b'],
					['say "so"', 'one, two'],
					['two\nlines', 3],
					[null, 0.5]
				]
			})
		).toBe('\uFEFFa,b\r\n"say ""so""","one, two"\r\n"two\nlines",3\r\n,0.5\r\n');
		expect(csvLines([])).toBe('');
	});

	it.each([
		['=1+1'],
		['+971 4 123'],
		['-2'],
		['@SUM(A1)'],
		['\tx'],
		['\rx'],
		['\n=x'],
		[' =1+1'],
		['\u200F=1+1'],
		['＝1+1']
	])('holds nothing that a spreadsheet computes: %j', (cell) => {
		const [[read]] = Papa.parse<string[]>(csvLines([[cell]])).data as [[string]];
		expect(read).toBe(`'${cell}`);
	});

	it.each([['Amal'], ['أمل'], ['a=b'], ['12-3'], ["'"]])(
		'leaves other text as it is: %s',
		(cell) => {
			expect(Papa.parse<string[]>(csvLines([[cell]])).data[0]![0]).toBe(cell);
		}
	);

	it('has numbers as numbers, below zero too, and shares as such', () => {
		expect(csvLines([[-0.25, { share: 0.75 }]])).toBe('-0.25,0.75\r\n');
	});
});

describe('a workbook', () => {
	const text = async (blob: Blob, path: string) =>
		new TextDecoder().decode(unzipSync(new Uint8Array(await blob.arrayBuffer()))[path]);

	it('has a sheet for each table, right to left in Arabic', async () => {
		const tables = [
			{ title: 'درجات [1]: a/b', rows: [['الاسم'], ['أمل']] },
			{ title: 'x'.repeat(50), rows: [['a'], [{ share: 0.5 }]] },
			{ title: 'x'.repeat(50), rows: [['a'], [null]] }
		];
		const blob = await workbookOf(tables, { rightToLeft: true });
		expect(await text(blob, 'xl/worksheets/sheet1.xml')).toContain('rightToLeft="1"');
		const book = await text(blob, 'xl/workbook.xml');
		const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
		expect(names).toEqual(['درجات  1   a b', 'x'.repeat(28), `${'x'.repeat(28)} 3`]);
		const plain = await workbookOf(tables, { rightToLeft: false });
		expect(await text(plain, 'xl/worksheets/sheet1.xml')).not.toContain('rightToLeft="1"');
		expect(await text(plain, 'xl/worksheets/sheet2.xml')).toMatch(/<v>0\.5<\/v>/);
	});

	it('holds text as text, and no character that would break it', async () => {
		const rows = [['a'], ['=1+1'], ['a\u0000\uD800<b>&\u0007'], ['x'.repeat(40_000)]];
		const blob = await workbookOf([{ title: 't', rows }], { rightToLeft: false });
		const strings = await text(blob, 'xl/sharedStrings.xml');
		expect(strings).toContain('=1+1');
		expect(strings).toContain('a&lt;b&gt;&amp;');
		// eslint-disable-next-line no-control-regex
		expect(strings).not.toMatch(/[\u0000-\u0008]/);
		expect(strings.match(/x+/g)!.some((run) => run.length === 32_767)).toBe(true);
		expect(await text(blob, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
	});
});

describe('a calendar', () => {
	const words = {
		summary: 'Week 1: cells; genes, and more',
		description: 'Open the link.\nThank you, شكرًا لكم على إتمام الاختبار في موعده',
		url: 'https://example.org/en/assignment/#a=abc',
		product: 'Durus'
	};
	const due = calendarOf(exampleAssignment, words)!;
	const unfolded = due.replace(/\r\n /g, '');

	it('has the due date as an instant, whatever the zone', () => {
		// 23:59 in Dubai.
		expect(unfolded).toContain('DTSTART:20261126T195900Z');
		expect(unfolded).toContain('DTSTAMP:20261123T080000Z');
		expect(unfolded).toContain(`UID:${exampleAssignment.id}`);
		expect(unfolded).toContain('TRIGGER:-P1D');
		expect(unfolded).not.toContain('TZID');
	});

	it('escapes text, and folds lines at 75 octets', () => {
		expect(unfolded).toContain('SUMMARY:Week 1: cells\\; genes\\, and more');
		expect(unfolded).toContain('DESCRIPTION:Open the link.\\nThank you\\, شكرًا');
		const lines = due.split('\r\n');
		expect(due).not.toMatch(/[^\r]\n/);
		for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(lines.length).toBeGreaterThan(unfolded.split('\r\n').length);
	});

	it('is revised and cancelled under the same id', () => {
		const revised = calendarOf({ ...exampleAssignment, revision: 3, withdrawn: true }, words)!;
		expect(revised).toContain(`UID:${exampleAssignment.id}`);
		expect(revised).toContain('SEQUENCE:3');
		expect(revised).toContain('STATUS:CANCELLED');
		expect(revised).toContain('METHOD:CANCEL');
	});

	it('is none without a due date', () => {
		expect(calendarOf({ ...exampleAssignment, due: null }, words)).toBeNull();
	});
});

const given = givenOf(undefined, [member('member-1', { name: '=Amal', department: 'Ward' })]);
const result = resultOf(
	[
		...attemptLines('a', ['right', 'wrong']),
		...attemptLines('b', ['right', 'right'], { lesson: 'genes' })
	],
	{ given }
);
const builder = new ReportBuilder(given, courseOf(), 0);
builder.add([result]);
const report = builder.done();

/** Codes stand for words here, so that tests see what is where. */
const labels: Labels = {
	title: (table) => table,
	column: (column) => column,
	code: (code) => code,
	language: (locale) => locale,
	lesson: (lesson) => `lesson ${lesson}`,
	objective: (_lesson, objective) => objective,
	question: (_lesson, question) => `prompt ${question}`,
	response: (_lesson, _question, response) => JSON.stringify(response),
	choice: (_lesson, _question, { id }) => id,
	time: (at) => new Date(at).toISOString(),
	separator: '; '
};
/** A row by its headings. */
const asObject = ({ rows }: ReturnType<typeof itemsTable>, nth: number) =>
	Object.fromEntries(rows[0]!.map((heading, column) => [heading, rows[nth]![column]]));

describe('tables', () => {
	it('hold the gradebook', () => {
		expect(asObject(gradebookTable(report, labels), 1)).toMatchObject({
			name: '=Amal',
			number: 'E-1',
			department: 'Ward',
			roster: 'on-roster',
			confirmed: 'confirmed',
			'lesson cells': { share: 0.5 },
			'lesson genes': { share: 1 },
			mean: { share: 0.75 },
			passed: 'no',
			late: 'no',
			minutes: 6,
			tries: 4,
			unmarked: 0,
			notes: ''
		});
	});

	it('hold each answer beside the right one', () => {
		const table = answersTable(answerRows(result, courseOf()), labels);
		expect(table.rows).toHaveLength(5);
		expect(asObject(table, 2)).toMatchObject({
			lesson: 'lesson cells',
			attempt: 1,
			'question-id': 'origin-1',
			question: 'prompt origin-1',
			answer: '{"chosen":"wrong"}',
			'right-answer': '{"chosen":"right"}',
			score: 0,
			language: 'en',
			confidence: null
		});
	});

	it('hold the questions', () => {
		expect(asObject(itemsTable(report.items, labels), 1)).toMatchObject({
			lesson: 'lesson cells',
			'question-id': 'size-1',
			answers: 1,
			facility: { share: 1 },
			discrimination: null,
			choices: 'right: 1; wrong: 0',
			'answers-en': 1,
			flags: 'too-few'
		});
	});

	it('have as many cells in each row as in the heading', () => {
		for (const { rows } of [
			gradebookTable(report, labels),
			answersTable(answerRows(result, courseOf()), labels),
			itemsTable(report.items, labels)
		])
			expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
	});
});

it('sums up for management, with a line for all where there are several departments', () => {
	const summary = summaryOf(report, exampleAssignment, 'c1');
	expect(summary).toMatchObject({
		title: 'Week 1',
		content: 'c1',
		asOf: 0,
		timeZone: 'Asia/Dubai'
	});
	expect(summary.lines.map(({ department, isTotal }) => [department, isTotal])).toEqual([
		['Ward', false]
	]);
	expect(summaryCells(summary.lines[0]!)).toEqual([1, 1, 0, { share: 0 }, 0]);
	const [ward] = report.departments;
	const two = summaryOf({ ...report, departments: [ward!, ward!] }, exampleAssignment, 'c1');
	expect(two.lines.map(({ isTotal }) => isTotal)).toEqual([false, false, true]);
});
