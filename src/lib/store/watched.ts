/** A value that tells its watchers of each change. */
export class Watched<T> {
	#value: T;
	readonly #watchers = new Set<(value: T) => void>();

	constructor(value: T) {
		this.#value = value;
	}

	get value(): T {
		return this.#value;
	}

	set value(value: T) {
		this.#value = value;
		for (const watcher of [...this.#watchers]) watcher(value);
	}

	/** Calls back at once and after each change. Returns the way to stop. */
	watch(changed: (value: T) => void): () => void {
		const watcher = (value: T) => changed(value);
		this.#watchers.add(watcher);
		changed(this.#value);
		return () => this.#watchers.delete(watcher);
	}
}
