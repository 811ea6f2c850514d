import type { Question } from '#lib/quiz/question';
import { answerRows } from '#lib/training/marking/answer-rows';
import type { LearnerResult } from '#lib/training/collected';
import type { Report } from '#lib/training/report/report';
import type { Labels } from '#lib/training/take-away/labels';
import type { Cell, Table } from '#lib/training/take-away/table';
import { offerFile } from '../download';
import { dayOf } from '../today';
import { fileNameOf } from './file-name';

/** Tables of a report that can be taken away. */
export const takenTables = ['gradebook', 'answers', 'items'] as const;
export type TakenTable = (typeof takenTables)[number];

export interface Takings {
	readonly report: Report;
	/** Goes through all results, in pieces. */
	readonly eachResult: (visit: (results: readonly LearnerResult[]) => void) => Promise<void>;
	/** Questions by lesson, of all lessons of the assignment. */
	readonly questions: ReadonlyMap<string, ReadonlyMap<string, Question>>;
	readonly labels: Labels;
	readonly rightToLeft: boolean;
	/** What the file is called: the title of the assignment. */
	readonly title: string;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a table to the browser as a file. Rejects where it cannot be made. */
export async function takeTable(
	table: TakenTable,
	form: 'csv' | 'xlsx',
	takings: Takings
): Promise<void> {
	const { title, rows } = await tableOf(table, takings);
	const name = `${fileNameOf(takings.title)}-${table}-${dayOf(takings.report.asOf)}.${form}`;
	if (form === 'csv') {
		const { csvOf } = await import('#lib/training/take-away/csv');
		offerFile(name, csvOf({ rows }), 'text/csv;charset=utf-8');
	} else {
		const { workbookOf } = await import('#lib/training/take-away/workbook');
		const { rightToLeft } = takings;
		offerFile(name, await workbookOf([{ title, rows }], { rightToLeft }), workbookType);
	}
}

async function tableOf(
	table: TakenTable,
	{ report, eachResult, questions, labels }: Takings
): Promise<Table> {
	const tables = await import('#lib/training/take-away/tables');
	if (table === 'gradebook') return tables.gradebookTable(report, labels);
	if (table === 'items') return tables.itemsTable(report.items, labels);
	const course = {
		marking: report.marking,
		released: {},
		lessons: new Map(
			[...questions].map(([lesson, pool]) => [lesson, { draw: 0, questions: [...pool.values()] }])
		)
	};
	const rows: Cell[][] = [tables.answersHeading(labels)];
	await eachResult((results) => {
		for (const result of results)
			for (const row of answerRows(result, course)) rows.push(tables.answerCells(row, labels));
	});
	return { title: labels.title('answers'), rows };
}
