import type { ProfileRecord, Records } from '#lib/progress/record';
import { Health } from './health';
import type { Part, RowOf, Table } from './identity';
import type { Learners } from './learners';
import type { MemoryStore } from './memory/memory-store';
import { StoreError, type Store, type StoreState, type Trouble, type Written } from './store';
import { watchBoth } from './watch-both';
import type { Watched } from './watched';

/** What keeps reads and writes from a primary store for the pause: a full or newer one can still be read. */
const unreadable: readonly Trouble[] = ['blocked', 'broken'];
const unwritable: readonly Trouble[] = ['blocked', 'broken', 'full', 'newer'];

/**
 * When to write and read where. Memory also holds a copy of all that this page wrote or opened: should the database be
 * deleted under it, the attempt under way is written again whole, and memory's clock stays ahead of what was seen.
 */
export class Fallback {
	readonly #health: Health;
	readonly #primary: Store;
	readonly #memory: MemoryStore;
	/** Writes go one after the other, so that what was entered first is stamped first whichever store takes it. */
	#last: Promise<unknown> = Promise.resolve();
	/** How often the database was lost. */
	#losses = 0;
	readonly #watches = new Set<() => void>();
	readonly #stopState: () => void;
	readonly #stopBonds: () => void;

	constructor(primary: Store, memory: MemoryStore, now: () => number, trouble: Trouble | null) {
		this.#primary = primary;
		this.#memory = memory;
		this.#health = new Health(now, trouble);
		this.#stopState = primary.watchState(({ trouble }) => trouble && this.#lost(trouble));
		// Without this the copy would show, and write again, what was moved away or erased in another tab.
		this.#stopBonds = this.watch<Learners | null>(
			(store, changed) => (store === memory ? () => {} : store.watchProfiles(changed)),
			(first) => first,
			() => {},
			(told) => told && memory.hear({ events: told.bonds, tombstones: told.tombstones })
		);
	}

	get state(): Watched<StoreState> {
		return this.#health.state;
	}

	async profile(): Promise<ProfileRecord> {
		const profile = await this.#health.attempt(() => this.#primary.profile(), unreadable);
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
			else this.#health.hold({ [table]: [written.record] });
			return { record: written.record, durable: stored?.durable ?? false };
		});
	}

	merge(records: Records): Promise<{ readonly durable: boolean }> {
		return this.#inTurn(async () => {
			const merged = await this.#toPrimary(() => this.#primary.merge(records));
			if (merged) return merged;
			await this.#memory.merge(records);
			this.#health.hold(records);
			return { durable: false };
		});
	}

	/** What the primary store alone can do: rejects where it fails. Memory then goes on for the profile that it has. */
	only<T>(work: (store: Store) => Promise<T>): Promise<T> {
		return this.#inTurn(async () => {
			const done = await this.#health.attempt(
				async () => ({ value: await work(this.#primary) }),
				['blocked', 'newer']
			);
			if (!done) throw new StoreError(this.#health.trouble ?? 'broken');
			const { bonds: events, tombstones, own } = await this.#primary.profiles();
			this.#memory.hear({ events, tombstones });
			this.#memory.leave();
			if (own !== null) this.#memory.adopt(await this.#primary.profile());
			return done.value;
		});
	}

	/** From the primary store, or from memory where that one fails. */
	either<T>(work: (store: Store) => Promise<T>): Promise<T> {
		return this.#inTurn(async () => {
			const stored = await this.#health.attempt(
				async () => ({ value: await work(this.#primary) }),
				unwritable
			);
			return stored ? stored.value : work(this.#memory);
		});
	}

	async read<T>(
		query: (store: Store) => Promise<T>,
		union: (first: T, second: T) => T,
		remember: (value: T) => Part = () => ({})
	): Promise<T> {
		const stored = await this.#health.attempt(
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
		remember: (value: T) => Part | null | void = () => {}
	): () => void {
		const both = watchBoth({
			primary: (tell) =>
				query(this.#primary, (value) => {
					this.#memory.remember(remember(value) ?? {});
					tell(value);
				}),
			memory: (tell) => query(this.#memory, tell),
			state: this.#health.state,
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
			if (this.#health.trouble) await this.#health.attempt(() => this.#flush(), []);
			return this.#health.state.value;
		});
	}

	close(): void {
		this.#stopState();
		this.#stopBonds();
		this.#primary.close();
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => {});
		return turn;
	}

	/** Writes, after what is in memory only; null where the primary store fails or is left alone for a while. */
	#toPrimary<T>(work: () => Promise<T>): Promise<T | null> {
		return this.#health.attempt(async () => {
			if (this.#health.trouble) await this.#flush();
			return await work();
		}, unwritable);
	}

	/** Writes all that memory holds. What is there already is left as it is, so nothing has to be known about it. */
	async #flush(): Promise<void> {
		// A profile made up while storage was silent is the one that the database turns out to have.
		if (this.#memory.madeUpProfile) this.#memory.adopt(await this.#primary.profile());
		const losses = this.#losses;
		await this.#primary.merge(await this.#memory.records());
		this.#memory.adopt(await this.#primary.profile());
		if (losses !== this.#losses) throw new StoreError('broken');
		this.#health.recover();
		for (const again of this.#watches) again();
	}

	/** Copies what the primary store has just written. */
	async #remember(part: Part): Promise<void> {
		this.#memory.remember(part);
		if (!this.#memory.hasProfile)
			await this.#health.attempt(async () => this.#memory.adopt(await this.#primary.profile()), []);
	}

	/** A primary store whose database is gone: all that memory holds may be in memory only. */
	#lost(trouble: Trouble): void {
		this.#health.trouble = trouble;
		if (trouble !== 'broken') return;
		this.#losses++;
		void this.#memory.records().then((records) => this.#health.hold(records));
	}
}
