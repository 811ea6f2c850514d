import type { Question } from '#lib/quiz/question';
import { answerRows } from '#lib/training/marking/answer-rows';
import type { LearnerResult } from '#lib/training/collected';
import type { Report } from '#lib/training/report/report';
import type { Labels } from '#lib/training/take-away/labels';
import type { Cell } from '#lib/training/take-away/table';
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
	const name = `${fileNameOf(takings.title)}-${table}-${dayOf(takings.report.asOf)}.${form}`;
	if (form === 'csv') {
		const { byteOrderMark, csvLines } = await import('#lib/training/take-away/csv');
		// A browser can put pieces of a file aside; cells of a million answers it cannot.
		const pieces: BlobPart[] = [byteOrderMark];
		await eachRows(table, takings, (rows) => void pieces.push(new Blob([csvLines(rows)])));
		const type = 'text/csv;charset=utf-8';
		offerFile(name, new Blob(pieces, { type }), type);
	} else {
		const { workbookOf } = await import('#lib/training/take-away/workbook');
		const rows: Cells[] = [];
		await eachRows(table, takings, (more) => {
			for (const row of more) rows.push(row);
		});
		const { labels, rightToLeft } = takings;
		const title = labels.title(table);
		offerFile(name, await workbookOf([{ title, rows }], { rightToLeft }), workbookType);
	}
}

type Cells = readonly Cell[];

/** The rows of a table in pieces, the heading in the first. */
async function eachRows(
	table: TakenTable,
	{ report, eachResult, questions, labels }: Takings,
	visit: (rows: readonly Cells[]) => void
): Promise<void> {
	const tables = await import('#lib/training/take-away/tables');
	if (table === 'gradebook') return visit(tables.gradebookTable(report, labels).rows);
	if (table === 'items') return visit(tables.itemsTable(report.items, labels).rows);
	const course = {
		marking: report.marking,
		released: {},
		lessons: new Map(
			[...questions].map(([lesson, pool]) => [lesson, { draw: 0, questions: [...pool.values()] }])
		)
	};
	visit([tables.answersHeading(labels)]);
	await eachResult((results) =>
		visit(
			results.flatMap((result) =>
				answerRows(result, course).map((row) => tables.answerCells(row, labels))
			)
		)
	);
}
