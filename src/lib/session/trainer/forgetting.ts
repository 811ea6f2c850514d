import { uuidv7 } from '#lib/base/id';
import { StoreError } from '#lib/store/store';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import { placesOf } from '#lib/training/roster/places';

export { placesOf };

/**
 * Erases for good: a whole assignment (no learner), or a learner in it or (null) in all, under every id there. Says whether it is done; where it
 * is not, everything is as it was.
 */
export async function forget(
	openStore: () => Promise<TrainerStore>,
	assignment: string | null,
	learner: string | null
): Promise<boolean> {
	try {
		const store = await openStore();
		const at = Date.now();
		if (learner !== null) {
			const everywhere = assignment === null ? placesOf(await store.assignments(), learner) : [];
			const learners = new Set([learner, ...everywhere.map(({ member }) => member.id)]);
			await store.erase(
				...[...learners].map((learner) => {
					const erased = { what: 'learner', assignment, learner, names: [], handIns: [] } as const;
					return { id: uuidv7(), at, erased };
				})
			);
		} else if (assignment !== null)
			await store.erase({ id: uuidv7(), at, erased: { what: 'assignment', assignment } });
		return true;
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		return false;
	}
}
