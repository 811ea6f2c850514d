import type { Migration } from './migration';

export const firstTables: Migration = {
	version: 1,
	name: 'first-tables',
	stores: {
		questions: 'key',
		attempts: 'id, profile, [profile+lesson]',
		drafts: '[attempt+question+tab], [attempt+sequence]',
		responses: 'id, profile, [attempt+sequence]',
		submissions: 'id, profile, [attempt+sequence]',
		events: 'id, profile, [attempt+sequence]',
		profiles: 'id',
		preferences: '[profile+name]',
		devices: 'id'
	}
};
