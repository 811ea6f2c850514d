import { firstTables } from './001-first-tables';
import { papersNameObjectives } from './002-papers-name-objectives';
import { tombstonesAndTypes } from './003-tombstones-and-types';
import { assignmentsAndKeys } from './004-assignments-and-keys';
import type { Migration } from './migration';

/**
 * Every form that the database has had, oldest first. To change it: add a file here, then write its fixture (see
 * `tests/store-upgrades.test.ts`, which fails until there is one).
 */
export const migrations: readonly Migration[] = [
	firstTables,
	papersNameObjectives,
	tombstonesAndTypes,
	assignmentsAndKeys
];
