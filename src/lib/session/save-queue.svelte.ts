import type { Store, StoreState, Written } from '#lib/store/store';

/** Writes in the order in which things happened, and the truth about them: 'saved' means durable. */
export class SaveQueue {
	/** 'unsaved': in memory only. */
	state = $state<'idle' | 'saving' | 'saved' | 'unsaved'>('idle');
	trouble = $state.raw<StoreState | null>(null);

	readonly #open: () => Promise<Store>;
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;
	#stop: (() => void) | null = null;

	constructor(open: () => Promise<Store>) {
		this.#open = open;
	}

	/** Something was entered that will be written in a moment. */
	waiting(): void {
		this.state = 'saving';
	}

	/** Writes after everything that was added before. `done` gets the record as it was stamped. */
	add<T>(
		write: (store: Store) => Promise<Written<T>>,
		done: (record: T, durable: boolean) => void
	): void {
		this.#waiting++;
		this.state = 'saving';
		this.#last = this.#last.then(async () => {
			let durable = false;
			try {
				const store = await this.#open();
				this.#stop ??= store.watchState((state) => this.#told(state));
				const written = await write(store);
				durable = written.durable;
				done(written.record, durable);
			} catch (error) {
				// Nothing is dropped silently: the state says so, and the record stays on the screen.
				console.error(error);
			}
			this.#waiting--;
			if (!durable) this.state = 'unsaved';
			else if (this.#waiting === 0) this.state = 'saved';
		});
	}

	/** What was in memory only has become durable when nothing is unsaved any more. */
	#told(state: StoreState): void {
		this.trouble = state;
		if (!state.trouble && !state.unsaved && !this.#waiting && this.state === 'unsaved')
			this.state = 'saved';
	}

	/** Resolves when everything added so far was tried. */
	settled(): Promise<void> {
		return this.#last;
	}

	close(): void {
		this.#stop?.();
		this.#stop = null;
	}
}
