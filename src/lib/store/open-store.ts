import { browserFactory } from './dexie/database';
import { defaultPatience, DexieStore, type DexieOptions } from './dexie/dexie-store';
import { ReadOnlyStore } from './dexie/read-only-store';
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
	const primary = new DexieStore(context, { ...options, factory });
	const trouble = await troubleWith(primary);
	if (trouble !== 'newer') return fallback(context, primary, trouble);
	primary.close();
	const patience = options.patience ?? defaultPatience;
	return fallback(context, new ReadOnlyStore(context, patience, factory), trouble);
}

async function troubleWith(store: Store): Promise<Trouble | null> {
	try {
		await store.profile();
		return null;
	} catch (error) {
		return troubleOf(error, 'opening');
	}
}

async function fallback(context: StoreContext, primary: Store, trouble: Trouble | null) {
	const store = new FallbackStore(primary, new MemoryStore(context), context.now, trouble);
	// Now, so that what may have to be kept in memory later belongs to the right profile.
	await store.profile();
	return store;
}
