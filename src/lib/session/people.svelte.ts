import { uuidv7 } from '#lib/base/id';
import type { History } from '#lib/progress/record';
import { scoredAttempts, type ScoredAttempt } from '#lib/progress/scores';
import { ownLearner, type Learner, type Learners } from '#lib/store/learners';
import type { Store } from '#lib/store/store';
import { forgetPresence } from './presence';
import { goOnAs, startAnew } from './switching.svelte';

/** The longest name that is taken, in characters. */
export const longestName = 100;

/** A name as it was typed => as it is kept; null where it cannot be taken. */
export function cleanName(typed: string): string | null {
	const name = typed.trim();
	return name && [...name].length <= longestName ? name : null;
}

/** Who learns on this device, and what can be done about it. Follows every tab. */
export class People {
	/** Null until the store has answered. */
	known = $state.raw<Learners | null>(null);
	/** Of the learner who is here; null until the store has answered. */
	history = $state.raw<History | null>(null);
	/** The last thing that was asked for could not be done; what there is stays as it was. */
	failed = $state(false);
	/** Complete attempts of the learner who is here, the newest first. */
	readonly attempts: readonly ScoredAttempt[] = $derived(
		this.history ? scoredAttempts(this.history).reverse() : []
	);
	readonly learners: readonly Learner[] = $derived(this.known?.learners ?? []);
	readonly own: Learner | null = $derived(this.known && ownLearner(this.known));
	readonly others: readonly Learner[] = $derived(
		this.learners.filter(({ id }) => id !== this.own?.id)
	);

	readonly #openStore: () => Promise<Store>;
	readonly #stops: (() => void)[] = [];
	#closed = false;

	constructor(openStore: () => Promise<Store>) {
		this.#openStore = openStore;
	}

	async open(): Promise<void> {
		const store = await this.#openStore();
		if (this.#closed) return;
		this.#stops.push(
			store.watchProfiles((learners) => (this.known = learners)),
			store.watchHistory((history) => (this.history = history))
		);
	}

	/**
	 * Adds a person; where nobody was known yet, it is who is here. Who is here gets a name too, if there was none: two need
	 * to be told apart.
	 */
	add(name: string, own: string | null): Promise<boolean> {
		return this.#try(async (store) => {
			if (own !== null) await store.nameProfile(own);
			await (this.own ? store.addProfile(name) : store.nameProfile(name));
		});
	}

	rename({ id }: Learner, name: string): Promise<boolean> {
		return this.#try((store) => store.nameProfile(name, id));
	}

	/** Gives an attempt to the learner who made it. */
	move(attempt: string, { id: to }: Learner): Promise<boolean> {
		return this.#try((store) =>
			store.addEvent({ id: uuidv7(), type: 'attempt-moved', attempt, to })
		);
	}

	async switchTo({ id }: Learner): Promise<void> {
		this.failed = !(await goOnAs(await this.#openStore(), id));
	}

	/** Erases a person; the page begins anew if it was hers. */
	erase(learner: Learner): Promise<boolean> {
		const mine = learner.id === this.own?.id;
		return this.#try(async (store) => {
			await store.eraseProfile(learner.id);
			if (!mine) return;
			forgetPresence();
			await startAnew(store);
		});
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stops) stop();
	}

	async #try(work: (store: Store) => Promise<unknown>): Promise<boolean> {
		try {
			await work(await this.#openStore());
			this.failed = false;
		} catch {
			this.failed = true;
		}
		return !this.failed;
	}
}
