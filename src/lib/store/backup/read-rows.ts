import * as v from 'valibot';
import { isSafeDrawing } from '#lib/content/figure/safe-drawing';
import type { Records } from '#lib/progress/record';
import { eventTypes, recordsSchema } from '#lib/progress/row-schemas';
import { kindOf, kinds } from '#lib/quiz/kinds';
import { questionKey, type Question } from '#lib/quiz/question';
import { tables } from '../identity';
import type { Migration, Row, Rows } from '../migrations/migration';
import { migrations } from '../migrations/migrations';
import { BackupError } from './backup-error';

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tables as lists of objects, whatever stands in them; a table that an older version did not have is empty. */
function rowsIn(tablesInFile: unknown): Rows {
	if (!isRow(tablesInFile)) throw new BackupError('damaged');
	return Object.fromEntries(
		tables.map((table) => {
			const rows = tablesInFile[table] ?? [];
			if (!Array.isArray(rows) || !rows.every(isRow)) throw new BackupError('damaged');
			return [table, rows];
		})
	);
}

/** Rows of an older form of the database => those of the newest, as an upgrade of a stored database makes them. */
const upgraded = (rows: Rows, version: number, steps: readonly Migration[]): Rows =>
	steps
		.filter((step) => step.version > version)
		.reduce((rows, { upgrade }) => (upgrade ? { ...rows, ...upgrade.rows(rows) } : rows), rows);

/** A question that its kind can show and mark, under its own key, with a drawing that is one. */
function isSound({
	key,
	question
}: {
	readonly key: string;
	readonly question: Question;
}): boolean {
	if (questionKey(question) !== key) return false;
	const kind = kindOf(question);
	kind.publicPart(question);
	kind.missing(question, kind.start(question));
	kind.grade(question, kind.correct(question));
	const { svg } = question;
	return svg === undefined || (isRow(svg) && Object.values(svg).every(isSafeDrawing));
}

/** What stands in a file as its tables, written at some version of the database => records that can be merged. */
export function readRows(
	tablesInFile: unknown,
	version: number,
	steps: readonly Migration[] = migrations
): Records {
	const found = rowsIn(tablesInFile);
	if (found.events!.some(({ type }) => typeof type === 'string' && !eventTypes.has(type)))
		throw new BackupError('newer');
	try {
		const records = v.parse(recordsSchema, upgraded(found, version, steps), { abortEarly: true });
		if (records.questions.some(({ question: { kind } }) => !kinds.has(kind)))
			throw new BackupError('newer');
		if (records.questions.every(isSound)) return records;
	} catch (error) {
		throw error instanceof BackupError ? error : new BackupError('damaged', { cause: error });
	}
	throw new BackupError('damaged');
}
