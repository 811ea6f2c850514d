import type { Learners } from '#lib/store/learners';
import type { Store } from '#lib/store/store';
import { SaveQueue } from './save-queue.svelte';

/** The longest name that is taken, in characters. */
export const longestName = 100;

const noLearners: Pick<Learners, 'learners' | 'own'> = { learners: [], own: null };

/** The learner's name: found in the store, asked for when it is first needed, changed at will. */
export class LearnerName {
	/** Null until the store has answered; empty before it was given. */
	name = $state.raw<string | null>(null);
	readonly saves: SaveQueue;
	readonly #openStore: () => Promise<Store>;

	constructor(openStore: () => Promise<Store>) {
		this.#openStore = openStore;
		this.saves = new SaveQueue(openStore);
	}

	async open(): Promise<void> {
		const store = await this.#openStore();
		const { name } = await store.profile();
		// It may stand under another profile of the same person.
		const { learners, own } = name ? noLearners : await store.profiles();
		const same = learners.find(({ profiles }) => own !== null && profiles.includes(own));
		this.name ??= name || (same?.name ?? '');
	}

	/** What is wrong with a name as it was typed; null where it can be taken. */
	problemOf(typed: string): 'empty' | 'too-long' | null {
		const length = [...typed.trim()].length;
		return length === 0 ? 'empty' : length > longestName ? 'too-long' : null;
	}

	/** Takes a name without a problem; `saves` says whether it is kept. */
	save(typed: string): void {
		const name = typed.trim();
		this.name = name;
		this.saves.add((store) => store.nameProfile(name));
	}

	close(): void {
		this.saves.close();
	}
}
