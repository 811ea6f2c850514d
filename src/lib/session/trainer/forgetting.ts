import { uuidv7 } from '#lib/base/id';
import { StoreError } from '#lib/store/store';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';

/**
 * Erases for good: a whole assignment (no learner), or a learner in it or (null) in all. Says whether it is done; where it
 * is not, everything is as it was.
 */
export async function forget(
	openStore: () => Promise<TrainerStore>,
	assignment: string | null,
	learner: string | null
): Promise<boolean> {
	try {
		const store = await openStore();
		const stamp = { id: uuidv7(), at: Date.now() };
		if (learner !== null)
			await store.erase({
				...stamp,
				erased: { what: 'learner', assignment, learner, names: [], handIns: [] }
			});
		else if (assignment !== null)
			await store.erase({ ...stamp, erased: { what: 'assignment', assignment } });
		return true;
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		return false;
	}
}
