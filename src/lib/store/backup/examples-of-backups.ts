import type { Records } from '#lib/progress/record';
import { tables, type Part } from '../identity';

export const noRecords = Object.fromEntries(
	tables.map((table) => [table, []])
) as unknown as Records;

/** For tests: records that hold only these. */
export const recordsWith = (part: Part): Records => ({ ...noRecords, ...part });
