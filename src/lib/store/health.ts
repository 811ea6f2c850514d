import { identityOf, tables, type Part } from './identity';
import type { StoreState, Trouble } from './store';
import { troubleOf } from './trouble';
import { Watched } from './watched';

/** A store in trouble is tried again at the first use after this many milliseconds. */
const pause = 5000;

/** How a store fares: its trouble, when it may be tried again, and what waits to be written to it. */
export class Health {
	readonly state: Watched<StoreState>;
	readonly #now: () => number;
	#tried: number;
	/** Identities of what is in memory only. */
	readonly #unsaved = new Set<string>();

	constructor(now: () => number, trouble: Trouble | null) {
		this.#now = now;
		this.#tried = trouble ? now() : -Infinity;
		this.state = new Watched({ trouble, unsaved: 0 });
	}

	get trouble(): Trouble | null {
		return this.state.value.trouble;
	}

	set trouble(trouble: Trouble | null) {
		this.state.value = { trouble, unsaved: this.#unsaved.size };
	}

	/** Tries it; null where storage fails, or was found in one of these troubles a moment ago. */
	async attempt<T>(work: () => Promise<T>, leftAlone: readonly Trouble[]): Promise<T | null> {
		const since = this.#now() - this.#tried;
		// A clock that was set back is no reason to wait for it.
		if (this.trouble && leftAlone.includes(this.trouble) && since >= 0 && since < pause)
			return null;
		try {
			return await work();
		} catch (error) {
			const trouble = troubleOf(error);
			if (trouble === null) throw error;
			this.#tried = this.#now();
			this.trouble = trouble;
			return null;
		}
	}

	/** These records are in memory only. */
	hold(part: Part): void {
		for (const table of tables) {
			if (['questions', 'profiles', 'tombstones'].includes(table)) continue;
			for (const row of part[table] ?? []) this.#unsaved.add(`${table} ${identityOf(table, row)}`);
		}
		this.trouble = this.state.value.trouble;
	}

	/** Everything is where it should be. */
	recover(): void {
		this.#unsaved.clear();
		this.trouble = null;
	}
}
