import { liveQuery, type Dexie } from 'dexie';
import { StoreError, type StoreState, type Trouble } from '../store';
import { troubleOf } from '../trouble';
import { Watched } from '../watched';
import { inTime } from './in-time';
import { endWithPage, whileShown } from './put-away';

export interface DexieOptions {
	/** Milliseconds after which an open or a transaction is given up. */
	readonly patience?: number;
	/** A newer version of the app wants the database: it was closed, and the page should reload. */
	readonly onoutdated?: () => void;
	readonly factory?: IDBFactory;
}

/** In milliseconds. */
export const defaultPatience = 5000;

/** A connection to the database: transactions through it, and its end when another one wants to upgrade or delete it. */
export class Connection<D extends Dexie> {
	readonly db: D;
	readonly state = new Watched<StoreState>({ trouble: null, unsaved: 0 });
	readonly #options: DexieOptions;
	readonly #running = new Set<Promise<unknown>>();
	#shut: Trouble | null = null;
	#opened = false;

	constructor(db: D, options: DexieOptions) {
		this.#options = options;
		this.db = db;
		this.db.on('versionchange', (event) => {
			void this.#giveWay(event.newVersion);
			return false; // Dexie's own handler would close in the middle of writes.
		});
		this.db.on('close', () => {
			// Dexie closes when the page is put away, and its event does not say so.
			if (this.#opened && !this.#shut && globalThis.event?.type !== 'pagehide')
				this.#tell('broken');
			this.#opened = false;
		});
	}

	/**
	 * Runs `work` in one transaction; rejects with a StoreError when storage fails. `times`: how much more patience it gets
	 * than a single read or write does.
	 */
	async run<T>(mode: 'r' | 'rw', work: () => Promise<T>, times = 1): Promise<T> {
		if (this.#shut) throw new StoreError(this.#shut);
		const patience = (this.#options.patience ?? defaultPatience) * times;
		const running = inTime(this.db, mode, patience, work);
		this.#running.add(running);
		try {
			const result = await running;
			this.#opened = true;
			if (mode === 'rw' && this.state.value.trouble) this.#tell(null);
			return result;
		} finally {
			this.#running.delete(running);
		}
	}

	/** Calls back with what the query gives, at once and after each change in any tab. */
	watch<T>(query: () => Promise<T>, changed: (value: T) => void): () => void {
		const live = liveQuery(() =>
			this.db.transaction('r', this.db.tables, async (transaction) => {
				endWithPage(transaction.idbtrans);
				return await query();
			})
		);
		return whileShown(() => {
			let stop: (() => void) | null = () => {};
			const failed = (error: unknown) => stop && this.#tell(troubleOf(error) ?? 'broken');
			// A database that does not open is told by the first write or read; who falls back then watches anew.
			if (!this.#shut)
				void this.db.open().then(
					() => {
						if (!stop) return;
						const subscription = live.subscribe(changed, failed);
						stop = () => subscription.unsubscribe();
					},
					() => {}
				);
			return () => {
				stop?.();
				stop = null;
			};
		});
	}

	/** Lets the writes end, then closes for good. */
	close(): void {
		this.#shut ??= 'broken';
		void this.#idle().then(() => this.db.close());
	}

	/** Another connection wants to upgrade the database, or (null) to delete it: lets the writes end, then closes. */
	async #giveWay(version: number | null): Promise<void> {
		await this.#idle();
		if (version) this.#shut = 'newer';
		this.db.close();
		if (!version) return;
		this.#tell('newer');
		this.#options.onoutdated?.();
	}

	async #idle(): Promise<void> {
		while (this.#running.size) await Promise.allSettled(this.#running);
	}

	#tell(trouble: Trouble | null): void {
		this.state.value = { trouble, unsaved: 0 };
	}
}
