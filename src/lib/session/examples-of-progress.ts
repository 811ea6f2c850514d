import { recordsOfSittings, type Sitting } from '#lib/progress/examples-of-sittings';
import { exampleContext } from '#lib/store/examples';
import { MemoryStore } from '#lib/store/memory/memory-store';
import type { StoreState } from '#lib/store/store';

export type { Sitting };

/** For tests: a store that keeps names as durably as it is told to, and of whose recovery it is told. */
export class NameStore extends MemoryStore {
	durable = true;
	#tell: (state: StoreState) => void = () => {};

	constructor() {
		super(exampleContext());
	}

	override async nameProfile(name: string) {
		return { ...(await super.nameProfile(name)), durable: this.durable };
	}

	override watchState(changed: (state: StoreState) => void) {
		this.#tell = changed;
		changed({ trouble: this.durable ? null : 'blocked', unsaved: 0 });
		return () => {};
	}

	recover(): void {
		this.#tell({ trouble: null, unsaved: 0 });
	}
}

/** For tests: the store of a learner who took these quizzes. */
export async function storeAfter(sittings: readonly Sitting[]): Promise<NameStore> {
	const store = new NameStore();
	if (sittings.length) await store.merge(recordsOfSittings(sittings));
	return store;
}
