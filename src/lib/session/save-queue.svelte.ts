import type { Store, StoreState, Written } from '#lib/store/store';

/** What is typed is saved this long after the last key, in milliseconds. */
const typingPause = 250;

type Write<T> = (store: Store) => Promise<Written<T>>;
type Done<T> = (record: T, durable: boolean, store: Store) => void;

/** Of this page, as long as they may have something to write. */
const queues = new Set<SaveQueue>();

/** Resolves when everything that was entered on this page so far was tried, typing too. */
export async function settled(): Promise<void> {
	for (const queue of queues) queue.flush();
	await Promise.all([...queues].map((queue) => queue.settled()));
}

/** Writes in the order in which things happened, and the truth about them: 'saved' means durable. */
export class SaveQueue {
	trouble = $state.raw<StoreState | null>(null);
	/** Writes that are not done, and typing that is not written. */
	#pending = $state(0);
	/** Something is in the store's memory only. */
	#held = $state(false);
	/** Something did not get into the store at all. */
	#failing = $state(false);
	#any = $state(false);
	/** 'unsaved': in memory only. */
	readonly state: 'idle' | 'saving' | 'saved' | 'unsaved' = $derived(
		this.#pending
			? 'saving'
			: this.#held || this.#failing
				? 'unsaved'
				: this.#any
					? 'saved'
					: 'idle'
	);

	readonly #open: () => Promise<Store>;
	#last: Promise<void> = Promise.resolve();
	#failed: (() => Promise<void>)[] = [];
	#typed: { key: string; write: () => void; timer: ReturnType<typeof setTimeout> } | null = null;
	#stop: (() => void) | null = null;
	#closed = false;

	constructor(open: () => Promise<Store>) {
		this.#open = open;
		queues.add(this);
	}

	/** Writes after everything that was added before. `done` gets the record as it was stamped. */
	add<T>(write: Write<T>, done: Done<T> = () => {}): void {
		this.flush();
		this.#pending++;
		const job = async () => {
			const store = await this.#open();
			this.#watch(store);
			const { record, durable } = await write(store);
			if (!durable) this.#held = true;
			done(record, durable, store);
		};
		this.#last = this.#last.then(async () => {
			await this.#run([...this.#failed.splice(0), job]);
			this.#pending--;
		});
	}

	/** Writes when the typing pauses, or before what is written next; what is typed later under this key takes its place. */
	addSoon<T>(key: string, write: Write<T>, done: Done<T> = () => {}): void {
		if (this.#typed?.key === key) this.#drop();
		else this.flush();
		this.#pending++;
		const timer = setTimeout(() => this.flush(), typingPause);
		this.#typed = { key, write: () => this.add(write, done), timer };
	}

	/** Writes what was typed and waits for a pause. */
	flush(): void {
		const write = this.#drop();
		write?.();
	}

	/** What is shown was found in this store: it is as safe as the store says. */
	found(store: Store): void {
		this.#any = true;
		this.#watch(store);
	}

	/** Resolves when everything added so far was tried. */
	settled(): Promise<void> {
		return this.#last;
	}

	close(): void {
		this.flush();
		this.#closed = true;
		void this.#last.then(() => queues.delete(this));
		this.#stop?.();
		this.#stop = null;
	}

	#drop(): (() => void) | null {
		if (!this.#typed) return null;
		const { timer, write } = this.#typed;
		clearTimeout(timer);
		this.#typed = null;
		this.#pending--;
		return write;
	}

	/** What failed is tried again with what comes next: it may have been the network, when the store's code was fetched. */
	async #run(jobs: readonly (() => Promise<void>)[]): Promise<void> {
		for (const job of jobs)
			try {
				await job();
			} catch (error) {
				// Nothing is dropped silently: the state says so, and the record stays on the screen.
				console.error(error);
				this.#failed.push(job);
			}
		this.#failing = this.#failed.length > 0;
		this.#any = true;
	}

	#watch(store: Store): void {
		if (this.#closed) return;
		this.#stop ??= store.watchState((state) => {
			this.trouble = state;
			// What was in memory only has become durable when nothing is unsaved any more.
			if (state.unsaved) this.#held = true;
			else if (!state.trouble) this.#held = false;
		});
	}
}
