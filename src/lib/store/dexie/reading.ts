import Dexie from 'dexie';
import { bySequence, type AttemptLog, type Records } from '#lib/progress/record';
import { tables } from '../identity';
import type { Database } from './database';

const ofAttempt = [Dexie.minKey, Dexie.maxKey] as const;
const range = (attempt: string) =>
	ofAttempt.map((end) => [attempt, end]) as [[string, unknown], [string, unknown]];

/** Rows of an attempt by sequence. */
export const rowsOf = <T extends 'drafts' | 'responses' | 'submissions' | 'events'>(
	db: Database,
	table: T,
	attempt: string
) =>
	db
		.table<Records[T][number]>(table)
		.where('[attempt+sequence]')
		.between(...range(attempt));

/** Rows in the order of folds; sorts them in place. */
export const inOrder = <T extends { sequence: number; device: string; id?: string }>(rows: T[]) =>
	rows.sort(bySequence);

/** All that is known of an attempt; null where there is none. In a transaction. */
export async function readAttempt(db: Database, id: string): Promise<AttemptLog | null> {
	const attempt = await db.attempts.get(id);
	if (!attempt) return null;
	const questions = await db.questions.bulkGet(attempt.paper.map(({ key }) => key));
	return {
		attempt,
		questions: new Map(questions.flatMap((row) => (row ? [[row.key, row.question]] : []))),
		drafts: inOrder(await rowsOf(db, 'drafts', id).toArray()),
		responses: inOrder(await rowsOf(db, 'responses', id).toArray()),
		submissions: inOrder(await rowsOf(db, 'submissions', id).toArray()),
		events: inOrder(await rowsOf(db, 'events', id).toArray())
	};
}

/** The submission of an attempt that counts. */
export const firstSubmission = async (db: Database, attempt: string) =>
	inOrder(await rowsOf(db, 'submissions', attempt).toArray())[0];

/** The highest sequence of an attempt; 0 for none. */
export async function highestOf(db: Database, attempt: string): Promise<number> {
	const last = [
		await db.attempts.get(attempt),
		await rowsOf(db, 'drafts', attempt).last(),
		await rowsOf(db, 'responses', attempt).last(),
		await rowsOf(db, 'submissions', attempt).last(),
		await rowsOf(db, 'events', attempt).last()
	];
	return Math.max(...last.map((row) => row?.sequence ?? 0));
}

/** Everything but this device's own row. */
export async function readRecords(db: Dexie): Promise<Records> {
	const all: Record<string, unknown[]> = {};
	const there = new Set(db.tables.map(({ name }) => name));
	for (const table of tables) all[table] = there.has(table) ? await db.table(table).toArray() : [];
	return all as unknown as Records;
}
