import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';

/** Those who handed in to an assignment with a roster and are not on it. */
export interface OffRoster {
	readonly assignment: string;
	readonly title: string;
	readonly learners: readonly Pick<LearnerResult, 'learner' | 'name' | 'number'>[];
}

/** Everybody who handed in and is on no roster, by the words of the newest hand-in. */
export async function offRosterIn(
	store: TrainerStore,
	{ id, roster }: GivenAssignment
): Promise<OffRoster['learners']> {
	const members = new Set(roster.map(({ id }) => id));
	const found = new Map<string, OffRoster['learners'][number]>();
	const rows = (await store.receivedIn(id)).filter(({ learner }) => !members.has(learner));
	for (const { learner, name, number } of rows.sort((a, b) => a.at - b.at))
		found.set(learner, { learner, name, number });
	return [...found.values()];
}
