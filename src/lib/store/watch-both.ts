import type { StoreState } from './store';
import type { Watched } from './watched';

type Watch<T> = (changed: (value: T) => void) => () => void;

interface Both<T> {
	readonly primary: Watch<T>;
	readonly memory: Watch<T>;
	readonly state: Watched<StoreState>;
	readonly union: (first: T, second: T) => T;
	readonly changed: (value: T) => void;
}

/** Watches two stores as one. `again` watches the primary one anew, after it was reopened. */
export function watchBoth<T>({ primary, memory, state, union, changed }: Both<T>) {
	let stored: { readonly value: T } | null = null;
	let held: { readonly value: T } | null = null;
	const tell = () => {
		if (stored && held) changed(union(stored.value, held.value));
		// While the primary store is well, what memory alone knows is not the whole and is not shown.
		else if (held && state.value.trouble) changed(held.value);
	};
	const watchPrimary = () =>
		primary((value) => {
			stored = { value };
			tell();
		});
	let stopPrimary = watchPrimary();
	const stopMemory = memory((value) => {
		held = { value };
		tell();
	});
	const stopState = state.watch(({ trouble }) => {
		if (trouble && !stored) tell();
	});
	return {
		again() {
			stopPrimary();
			stopPrimary = watchPrimary();
		},
		stop() {
			stopPrimary();
			stopMemory();
			stopState();
		}
	};
}
