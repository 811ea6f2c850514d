import type { DexieOptions } from '../dexie/connection';
import { DexieTrainerStore, type TrainerContext } from './dexie-trainer-store';
import type { TrainerStore } from './trainer-store';

/** The trainer's side on this device, opened. Rejects with a StoreError that says why it cannot be. */
export async function openTrainerStore(
	context: TrainerContext,
	options: DexieOptions = {}
): Promise<TrainerStore> {
	const store = new DexieTrainerStore(context, options);
	try {
		await store.trainer();
		return store;
	} catch (error) {
		store.close();
		throw error;
	}
}
