import type { Migration } from './migration';

/** Assignments that learners accepted, what they handed in, this device's own key, and the terms of assigned attempts. */
export const assignmentsAndKeys: Migration = {
	version: 4,
	name: 'assignments-and-keys',
	stores: {
		assignments: '[profile+id], profile',
		handIns: 'id, profile',
		keys: 'id'
	},
	upgrade: {
		reads: ['attempts'],
		rows: ({ attempts = [] }) => ({
			attempts: attempts.map((attempt) => ({ terms: [], ...attempt }))
		})
	}
};
