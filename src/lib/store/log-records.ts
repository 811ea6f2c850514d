import type { AttemptLog, Records } from '#lib/progress/record';

/** The log of an attempt => its records. */
export const recordsOf = (
	log: AttemptLog
): Omit<Records, 'profiles' | 'preferences' | 'tombstones' | 'assignments' | 'handIns'> => ({
	questions: [...log.questions].map(([key, question]) => ({ key, question })),
	attempts: [log.attempt],
	drafts: log.drafts,
	responses: log.responses,
	submissions: log.submissions,
	events: log.events
});
