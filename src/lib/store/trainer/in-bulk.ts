import type { Table } from 'dexie';

// Dexie takes a transaction for over where an async function awaits a bulk operation that had nothing to do.

/** Puts rows, where there are any. In a read-write transaction. */
export async function putAll<T, K>(table: Table<T, K>, rows: readonly T[]): Promise<void> {
	if (rows.length) await table.bulkPut(rows);
}

/** Deletes by primary keys, where there are any. In a read-write transaction. */
export async function deleteAll<T, K>(table: Table<T, K>, keys: readonly K[]): Promise<void> {
	if (keys.length) await table.bulkDelete([...keys]);
}
