import type { ProfileRecord, Records } from '#lib/progress/record';
import { identityOf, tables, type Part, type RowOf, type Table } from './identity';
import type { MemoryStore } from './memory/memory-store';
import type { Store, StoreState, Trouble, Written } from './store';
import { troubleOf } from './trouble';
import { watchBoth } from './watch-both';
import { Watched } from './watched';

/** What keeps reads and writes from a primary store for the pause: a full or newer one can still be read. */
const unreadable: readonly Trouble[] = ['blocked', 'broken'];
const unwritable: readonly Trouble[] = ['blocked', 'broken', 'full', 'newer'];

/** A primary store in trouble is tried again at the first write after this many milliseconds. */
const pause = 5000;

/**
 * When to write and read where. Memory also holds a copy of all that this page wrote or opened: should the database be
 * deleted under it, the attempt under way is written again whole, and memory's clock stays ahead of what was seen.
 */
export class Fallback {
	readonly state: Watched<StoreState>;
	readonly #primary: Store;
	readonly #memory: MemoryStore;
	readonly #now: () => number;
	/** Identities of what is in memory only. */
	#unsaved = new Set<string>();
	#tried: number;
	/** Writes go one after the other, so that what was entered first is stamped first whichever store takes it. */
	#last: Promise<unknown> = Promise.resolve();
	readonly #watches = new Set<() => void>();
	readonly #stopState: () => void;

	constructor(primary: Store, memory: MemoryStore, now: () => number, trouble: Trouble | null) {
		this.#primary = primary;
		this.#memory = memory;
		this.#now = now;
		this.#tried = trouble ? now() : -Infinity;
		this.state = new Watched({ trouble, unsaved: 0 });
		this.#stopState = primary.watchState(({ trouble }) => trouble && this.#lost(trouble));
	}

	async profile(): Promise<ProfileRecord> {
		const profile = await this.#attempt(() => this.#primary.profile(), unreadable);
		if (profile) this.#memory.adopt(profile);
		return profile ?? this.#memory.profile();
	}

	write<T extends Table>(
		table: T,
		work: (store: Store) => Promise<Written<RowOf<T>>>,
		part: Part = {}
	): Promise<Written<RowOf<T>>> {
		return this.#inTurn(async () => {
			const stored = await this.#toPrimary(() => work(this.#primary));
			const written = stored ?? (await work(this.#memory));
			if (stored) await this.#remember({ ...part, [table]: [stored.record] });
			else this.#hold({ [table]: [written.record] });
			return { record: written.record, durable: stored?.durable ?? false };
		});
	}

	merge(records: Records): Promise<{ readonly durable: boolean }> {
		return this.#inTurn(async () => {
			const merged = await this.#toPrimary(() => this.#primary.merge(records));
			if (merged) return merged;
			await this.#memory.merge(records);
			this.#hold(records);
			return { durable: false };
		});
	}

	async read<T>(
		query: (store: Store) => Promise<T>,
		union: (first: T, second: T) => T,
		remember: (value: T) => Part = () => ({})
	): Promise<T> {
		const stored = await this.#attempt(
			async () => ({ value: await query(this.#primary) }),
			unreadable
		);
		if (stored) this.#memory.remember(remember(stored.value));
		const held = await query(this.#memory);
		return stored ? union(stored.value, held) : held;
	}

	watch<T>(
		query: (store: Store, changed: (value: T) => void) => () => void,
		union: (first: T, second: T) => T,
		changed: (value: T) => void,
		remember: (value: T) => Part = () => ({})
	): () => void {
		const both = watchBoth({
			primary: (tell) =>
				query(this.#primary, (value) => {
					this.#memory.remember(remember(value));
					tell(value);
				}),
			memory: (tell) => query(this.#memory, tell),
			state: this.state,
			union,
			changed
		});
		this.#watches.add(both.again);
		return () => {
			this.#watches.delete(both.again);
			both.stop();
		};
	}

	retry(): Promise<StoreState> {
		return this.#inTurn(async () => {
			if (this.state.value.trouble) await this.#attempt(() => this.#flush(), []);
			return this.state.value;
		});
	}

	close(): void {
		this.#stopState();
		this.#primary.close();
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => {});
		return turn;
	}

	/** Writes, after what is in memory only; null where the primary store fails or is left alone for a while. */
	#toPrimary<T>(work: () => Promise<T>): Promise<T | null> {
		return this.#attempt(async () => {
			if (this.state.value.trouble) await this.#flush();
			return await work();
		}, unwritable);
	}

	/** Tries it on the primary store; null where that fails, or was found `silent` a moment ago. */
	async #attempt<T>(
		work: () => Promise<T>,
		silent: readonly (Trouble | null)[]
	): Promise<T | null> {
		const since = this.#now() - this.#tried;
		// A clock that was set back is no reason to wait for it.
		if (silent.includes(this.state.value.trouble) && since >= 0 && since < pause) return null;
		try {
			return await work();
		} catch (error) {
			const trouble = troubleOf(error);
			if (trouble === null) throw error;
			this.#tried = this.#now();
			this.#tell(trouble);
			return null;
		}
	}

	/** Writes all that memory holds. What is there already is left as it is, so nothing has to be known about it. */
	async #flush(): Promise<void> {
		// A profile made up while storage was silent is the one that the database turns out to have.
		if (this.#memory.madeUpProfile) this.#memory.adopt(await this.#primary.profile());
		await this.#primary.merge(await this.#memory.records());
		this.#memory.adopt(await this.#primary.profile());
		this.#unsaved.clear();
		this.#tell(null);
		for (const again of this.#watches) again();
	}

	/** Copies what the primary store has just written. */
	async #remember(part: Part): Promise<void> {
		this.#memory.remember(part);
		if (!this.#memory.hasProfile)
			await this.#attempt(async () => this.#memory.adopt(await this.#primary.profile()), []);
	}

	/** A primary store whose database is gone: all that memory holds may be in memory only. */
	#lost(trouble: Trouble): void {
		this.#tell(trouble);
		if (trouble === 'broken') void this.#memory.records().then((records) => this.#hold(records));
	}

	#hold(part: Part): void {
		for (const table of tables) {
			if (table === 'questions' || table === 'profiles') continue;
			for (const row of part[table] ?? []) this.#unsaved.add(`${table} ${identityOf(table, row)}`);
		}
		this.#tell(this.state.value.trouble);
	}

	#tell(trouble: Trouble | null): void {
		this.state.value = { trouble, unsaved: this.#unsaved.size };
	}
}
