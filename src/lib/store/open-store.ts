import { defaultPatience, type DexieOptions } from './dexie/connection';
import { DexieStore } from './dexie/dexie-store';
import { ReadOnlyStore } from './dexie/read-only-store';
import { browserFactory } from './dexie/strict-options';
import { FallbackStore } from './fallback-store';
import { MemoryStore } from './memory/memory-store';
import type { Store, StoreContext, Trouble } from './store';
import { troubleOf } from './trouble';

/**
 * The store of this device. Never rejects: where IndexedDB is missing, refused, silent for `patience` (5 seconds) or
 * newer than this code, answers are kept in memory and `watchState` says why.
 */
export async function openStore(context: StoreContext, options: DexieOptions = {}): Promise<Store> {
	const factory = options.factory ?? browserFactory();
	const patience = options.patience ?? defaultPatience;
	const memory = new MemoryStore(context);
	const database = new DexieStore(context, { ...options, factory });
	const trouble = await troubleIn(database, memory);
	if (trouble !== 'newer') return new FallbackStore(database, memory, context.now, trouble);
	database.close();
	const newer = new ReadOnlyStore(context, patience, factory);
	await troubleIn(newer, memory);
	return new FallbackStore(newer, memory, context.now, trouble);
}

/** Opens it, and lets memory know the profile that it has, since answers that land there must belong to it. */
async function troubleIn(
	store: DexieStore | ReadOnlyStore,
	memory: MemoryStore
): Promise<Trouble | null> {
	try {
		const profile = await store.open();
		if (profile) memory.adopt(profile);
		return null;
	} catch (error) {
		return troubleOf(error, 'opening');
	}
}
