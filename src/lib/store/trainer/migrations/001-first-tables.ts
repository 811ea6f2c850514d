import type { Migration } from '../../migrations/migration';

export const firstTables: Migration = {
	version: 1,
	name: 'first-tables',
	stores: {
		trainer: 'id',
		keys: 'id',
		assignments: 'id, [id+edition]',
		pins: '[assignment+member]',
		handIns: 'id, [assignment+learner], [assignment+signerId]',
		packs: 'id',
		results: '[assignment+learner]',
		tombstones: 'id'
	}
};
