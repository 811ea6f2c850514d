import type { BrowserKind } from './browser-kind';
import { kept } from './device';
import { isInstalled, thisBrowser } from './this-browser';

/** How safe what is kept in this browser is, as far as the browser tells. */
export interface Safety {
	/** It promised not to clear it when room is short; null where it does not say. */
	readonly persisted: boolean | null;
	/** Bytes in use and allowed, all sites' files of this address included; null where it does not say. */
	readonly room: { readonly used: number; readonly quota: number } | null;
	readonly installed: boolean;
	readonly browser: BrowserKind;
	/** When a backup was last made in this browser, in milliseconds; null for never. */
	readonly lastBackup: number | null;
}

/** What a browser offers for keeping things; no browser has to have all of it. */
type Manager = Partial<Pick<StorageManager, 'persisted' | 'estimate'>> | undefined;

/** Asks the browser how safe things are with it. Never rejects. */
export async function lookAtSafety(storage: Manager = navigator.storage): Promise<Safety> {
	const [persisted, estimate] = await Promise.all([
		storage?.persisted?.().catch(() => null) ?? null,
		storage?.estimate?.().catch(() => null) ?? null
	]);
	const { at } = kept('backup');
	return {
		persisted,
		room: estimate?.quota ? { used: estimate.usage ?? 0, quota: estimate.quota } : null,
		installed: isInstalled(),
		browser: thisBrowser(),
		lastBackup: typeof at === 'number' ? at : null
	};
}
