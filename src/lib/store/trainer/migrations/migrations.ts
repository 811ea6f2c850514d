import type { Migration } from '../../migrations/migration';
import { firstTables } from './001-first-tables';

/**
 * Every form that the trainer's database has had, oldest first. To change it: add a file here, then write its fixture
 * (see `tests/trainer-upgrades.test.ts`, which fails until there is one).
 */
export const trainerMigrations: readonly Migration[] = [firstTables];
