import type { Records } from '#lib/progress/record';
import { belongingTo, bondsIn } from '../belonging';

/**
 * The records of one person: hers by alias and by move, the questions that she was asked, and her settings. What says
 * whose her attempts are comes with them; what others erased does not.
 */
export function recordsOfLearner(records: Records, profile: string): Records {
	const mine = belongingTo(profile, bondsIn(records));
	const attempts = records.attempts.filter((row) => mine('attempts', row));
	const asked = new Set(attempts.flatMap(({ paper }) => paper.map(({ key }) => key)));
	return {
		questions: records.questions.filter(({ key }) => asked.has(key)),
		attempts,
		drafts: records.drafts.filter((row) => mine('drafts', row)),
		responses: records.responses.filter((row) => mine('responses', row)),
		submissions: records.submissions.filter((row) => mine('submissions', row)),
		events: records.events.filter((row) => mine('events', row)),
		profiles: records.profiles.filter((row) => mine('profiles', row)),
		preferences: records.preferences.filter((row) => mine('preferences', row)),
		assignments: records.assignments.filter((row) => mine('assignments', row)),
		handIns: records.handIns.filter((row) => mine('handIns', row)),
		tombstones: []
	};
}
