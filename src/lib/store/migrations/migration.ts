import type Dexie from 'dexie';
import type { Transaction } from 'dexie';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** One step of the database's form. Once released it is never edited: what must change changes in the next one. */
export interface Migration {
	/** 1, 2, 3 …; the name of its file begins with it. */
	readonly version: number;
	/** Says what changed. */
	readonly name: string;
	/** Tables that are new or get other indexes, in Dexie's notation; null removes one. */
	readonly stores: Readonly<Record<string, string | null>>;
	/**
	 * Pure. Gets all rows of the tables named in `reads`, gives the new content of every table that it names; a table
	 * that it does not name stays as it is. It must not throw on any row that a released version can have written.
	 */
	readonly upgrade?: {
		readonly reads: readonly string[];
		readonly rows: (rows: Rows) => Rows;
	};
}

/** Tells a Dexie, before it is opened, of every version; `ran` hears of each migration that changes a stored database. */
export function declareVersions(
	db: Dexie,
	migrations: readonly Migration[],
	ran: (migration: Migration) => void = () => {}
): void {
	for (const migration of migrations)
		db.version(migration.version)
			.stores(migration.stores)
			.upgrade(async (transaction) => {
				await upgradeRows(transaction, migration);
				ran(migration);
			});
}

async function upgradeRows(transaction: Transaction, { upgrade }: Migration): Promise<void> {
	if (!upgrade) return;
	const before: Record<string, Row[]> = {};
	for (const table of upgrade.reads) before[table] = await transaction.table(table).toArray();
	// All in the one upgrade transaction: a fault anywhere leaves the old database as it was.
	for (const [table, rows] of Object.entries(upgrade.rows(before))) {
		await transaction.table(table).clear();
		await transaction.table(table).bulkAdd(rows);
	}
}
