import { describe, expect, it } from 'vitest';
import { answerRows } from '../marking/answer-rows';
import { attemptLines, courseOf, givenOf, member, resultOf } from '../marking/examples-of-marking';
import { ReportBuilder } from '../report/report';
import type { Labels } from './labels';
import { answerCells, answersHeading, gradebookTable, itemsTable } from './tables';

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

const answersTable = () => ({
	title: 'answers',
	rows: [
		answersHeading(labels),
		...answerRows(result, courseOf()).map((row) => answerCells(row, labels))
	]
});

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
		const table = answersTable();
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
			answersTable(),
			itemsTable(report.items, labels)
		])
			expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
	});
});
