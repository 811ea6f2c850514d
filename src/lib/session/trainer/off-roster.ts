import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';

/** Those who handed in to an assignment with a roster and are not on it. */
export interface OffRoster {
	readonly assignment: string;
	readonly title: string;
	readonly learners: readonly Pick<LearnerResult, 'learner' | 'name' | 'number'>[];
}

/** Everybody with a result who is on no roster. */
export async function offRosterIn(
	store: TrainerStore,
	{ id, roster }: GivenAssignment
): Promise<OffRoster['learners']> {
	const members = new Set(roster.map(({ id }) => id));
	const found: OffRoster['learners'][number][] = [];
	await store.eachResult(id, (results) => {
		for (const { learner, name, number } of results)
			if (!members.has(learner)) found.push({ learner, name, number });
	});
	return found;
}
