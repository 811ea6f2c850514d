import type { Migration } from './migration';

/** What a person erased has a table; events are found by type, since some of them say whose records are whose. */
export const tombstonesAndTypes: Migration = {
	version: 3,
	name: 'tombstones-and-types',
	stores: {
		tombstones: 'id',
		events: 'id, type, profile, [attempt+sequence]'
	}
};
