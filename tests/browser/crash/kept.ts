import type { Page } from '@playwright/test';
import type { Records } from '../../../src/lib/progress/record';

/** What is kept of one attempt. Questions by their number and id, as in '3 usual-diameter'. */
export interface KeptAttempt {
	mode: string;
	redo: boolean;
	/** Number of the question that was opened last. */
	opened: number;
	/** What was entered last. */
	entered: Record<string, unknown>;
	/** Each response that was submitted for marking. */
	tries: Record<string, unknown[]>;
	hints: Record<string, number>;
	shown: Record<string, number>;
	flagged: Record<string, boolean>;
	/** How many ends it has. */
	ended: number;
}

/** Attempts in the order in which they were begun. */
export type Kept = KeptAttempt[];

export const begun = (mode: string, redo = false): KeptAttempt => ({
	mode,
	redo,
	opened: 0,
	entered: {},
	tries: {},
	hints: {},
	shown: {},
	flagged: {},
	ended: 0
});

type Rows = Pick<Records, 'attempts' | 'drafts' | 'responses' | 'submissions' | 'events'>;

/** Every row of the site's database on this device; none where it has not been made. */
const rowsIn = (page: Page): Promise<Rows> =>
	page.evaluate(async () => {
		const tables = ['attempts', 'drafts', 'responses', 'submissions', 'events'] as const;
		const name = document.documentElement.dataset.prefix!;
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error!);
			});
		const rows = Object.fromEntries(tables.map((table): [string, unknown[]] => [table, []]));
		// One that is asked for by name is made.
		const made = (await indexedDB.databases()).some((one) => one.name === name && one.version);
		const database = made ? await done(indexedDB.open(name)) : null;
		// A browser that was killed at its first start may have left it without tables.
		if (database?.objectStoreNames.contains('attempts')) {
			const transaction = database.transaction(tables);
			for (const table of tables) rows[table] = await done(transaction.objectStore(table).getAll());
		}
		database?.close();
		return rows as unknown as Rows;
	});

/** What the database of this page's site holds. Fails where two records say that they are the same one. */
export async function keptIn(page: Page): Promise<Kept> {
	const rows = await rowsIn(page);
	const all = Object.values(rows).flat() as { device: string; sequence: number }[];
	const stamps = all.map(({ device, sequence }) => `${device} ${sequence}`);
	const twice = stamps.filter((stamp, place) => stamps.indexOf(stamp) !== place);
	if (twice.length) throw new Error(`Two records of one sequence: ${twice.join(', ')}`);
	return foldRows(rows);
}

const inSequence = <T extends { readonly sequence: number }>(rows: readonly T[]): T[] =>
	[...rows].sort((a, b) => a.sequence - b.sequence);

/** Simpler than the site's own fold, and without its code: what is stored, not what it is taken for. */
function foldRows({ attempts, drafts, responses, submissions, events }: Rows): Kept {
	const papers = new Map<string, { kept: KeptAttempt; keys: Map<string, string> }>();
	for (const { id, mode, redoOf, paper } of inSequence(attempts)) {
		const keys = paper.map(({ question }, index) => [question, `${index} ${question}`] as const);
		papers.set(id, { kept: begun(mode, redoOf !== null), keys: new Map(keys) });
	}
	const at = (attempt: string, question: string) => {
		const { kept, keys } = papers.get(attempt)!;
		return { kept, key: keys.get(question)! };
	};
	for (const { attempt, question, response } of inSequence(drafts)) {
		const { kept, key } = at(attempt, question);
		kept.entered[key] = response;
	}
	for (const { attempt, question, response } of inSequence(responses)) {
		const { kept, key } = at(attempt, question);
		(kept.tries[key] ??= []).push(response);
	}
	for (const { attempt } of submissions) papers.get(attempt)!.kept.ended++;
	for (const event of inSequence(events)) {
		if (!('attempt' in event && 'question' in event)) continue;
		const { kept, key } = at(event.attempt, event.question);
		if (event.type === 'question-opened') kept.opened = Number(key.split(' ')[0]);
		if (event.type === 'flagged') kept.flagged[key] = event.on;
		if (event.type === 'hint-shown') kept.hints[key] = (kept.hints[key] ?? 0) + 1;
		if (event.type === 'answer-shown') kept.shown[key] = (kept.shown[key] ?? 0) + 1;
	}
	return [...papers.values()].map(({ kept }) => kept);
}
