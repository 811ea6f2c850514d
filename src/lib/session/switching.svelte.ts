import type { Learners } from '#lib/store/learners';
import type { Store } from '#lib/store/store';
import { adoptSettings } from './adopting.svelte';
import { keep } from './device';
import { settled } from './save-queue.svelte';

const reloadPage = () => location.reload();

/** Whether all that this page has is in the database: a reload would lose what is in memory only. */
async function isSafe(store: Store): Promise<boolean> {
	await settled();
	return (await store.retry()).unsaved === 0;
}

/** Goes on as the learner that the store has now: with her settings, and none of the open attempts of another. */
export async function startAnew(store: Store, reload: () => void = reloadPage): Promise<void> {
	keep('open-attempts', {});
	adoptSettings(await store.preferences());
	reload();
}

/**
 * Saves what is open, makes another learner the current one of the device, and begins the page anew as hers. False,
 * with everything as it was, where something cannot be saved.
 */
export async function goOnAs(
	store: Store,
	profile: string,
	reload: () => void = reloadPage
): Promise<boolean> {
	try {
		if (!(await isSafe(store)) || !(await store.switchProfile(profile))) return false;
	} catch {
		return false;
	}
	await startAnew(store, reload);
	return true;
}

/** Begins this page anew when another tab switched to another learner, or erased this one. Returns the way to stop. */
export function followSwitches(store: Store, reload: () => void = reloadPage): () => void {
	let leaving = false;
	const look = async ({ own, current }: Learners) => {
		if (leaving || own === null || own === current) return;
		leaving = true;
		// What cannot be saved stays on the page, which goes on for the learner that it has.
		if (await isSafe(store)) reload();
		else leaving = false;
	};
	return store.watchProfiles((learners) => void look(learners));
}
