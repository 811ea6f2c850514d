import { StoreError, type Trouble } from '#lib/store/store';
import type { TrainerRecord, TrainerStore } from '#lib/store/trainer/trainer-store';
import type { Assignment } from '#lib/training/assignment';
import type { GivenAssignment } from '#lib/training/collected';
import { newlyGiven, nowSent, revised, withdrawn } from '#lib/training/given';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { isOwnKey } from './own-keys';

type Change = (now: GivenAssignment | null) => GivenAssignment | null;

/** The trainer's side of this device, for a screen: who gives, with which keys, and what. Follows every tab. */
export class TrainerSide {
	/** Newest first; null until the store has answered. */
	assignments = $state.raw<readonly GivenAssignment[] | null>(null);
	/** Null until the store has answered. */
	trainer = $state.raw<TrainerRecord | null>(null);
	/** Those that sign, and those that were handed over. */
	keys = $state.raw<readonly TrainerKeys[]>([]);
	/** Why nothing can be given out or collected here now. */
	trouble = $state.raw<Trouble | null>(null);
	/** Those that sign what is made here. */
	readonly own: TrainerKeys | null = $derived(
		this.keys.find(({ id }) => id === this.trainer?.keys) ?? null
	);
	/** The keys were never put into a backup: asked for before the first sending, since all that is handed in hangs on them. */
	readonly needsBackup: boolean = $derived(this.trainer?.backedUp === null);

	readonly #openStore: () => Promise<TrainerStore>;
	#stop: (() => void) | null = null;
	#closed = false;
	#looking = false;
	#changed = false;

	constructor(openStore: () => Promise<TrainerStore>) {
		this.#openStore = openStore;
	}

	/** Opens the store, makes keys where there are none, and follows what changes. */
	async open(): Promise<void> {
		await this.#attempt(async (store) => {
			await ensureTrainer(store);
			if (this.#closed) return;
			this.#stop = store.watch(() => void this.#follow());
			await this.#look(store);
		});
	}

	/** Rejects with a StoreError where it cannot be opened. */
	store(): Promise<TrainerStore> {
		return this.#openStore();
	}

	/** The keys that sign an assignment: it may have been handed over with its own. Null where they are not here. */
	keysFor(assignment: Assignment): TrainerKeys | null {
		return this.keys.find((keys) => isOwnKey(assignment.trainer, keys)) ?? null;
	}

	/** The keys that sign receipts for it: those that sign it, else those of a co-trainer. Null where none of them is here. */
	readerKeysFor(assignment: Assignment): TrainerKeys | null {
		const readers = [assignment.trainer, ...assignment.coTrainers];
		const own = readers.map((reader) => this.keys.find((keys) => isOwnKey(reader, keys)));
		return own.find((keys) => keys !== undefined) ?? null;
	}

	/** Names the trainer. Says whether it is kept, as all these do; where it is not, `trouble` says why. */
	rename(name: string): Promise<boolean> {
		return this.#attempt(async (store) => {
			await ensureTrainer(store);
			await store.changeTrainer((now) => ({ ...now!, name: name.trim() }));
			await this.#look(store);
		});
	}

	/** Keeps a new assignment, or the next revision of one that is there. Nothing is signed before it is sent. */
	keep(assignment: Assignment): Promise<boolean> {
		return this.#change(assignment.id, (now) =>
			now ? revised(now, assignment) : newlyGiven(assignment)
		);
	}

	/** Students hear of it by the next link. */
	withdraw(id: string): Promise<boolean> {
		return this.#change(id, (now) => now && withdrawn(now, Date.now()));
	}

	/** The revision in force left this device. */
	noteSent(id: string): Promise<boolean> {
		return this.#change(id, (now) => now && nowSent(now, Date.now()));
	}

	/** Changes who is expected to hand in. */
	changeRoster(
		id: string,
		change: (roster: GivenAssignment['roster']) => GivenAssignment['roster']
	): Promise<boolean> {
		return this.#change(id, (now) => now && { ...now, roster: change(now.roster) });
	}

	/** For what `assignments` shows at once: each change is heard of, in any tab. */
	close(): void {
		this.#closed = true;
		this.#stop?.();
	}

	#change(id: string, change: Change): Promise<boolean> {
		return this.#attempt(async (store) => {
			await store.changeAssignment(id, change);
			await this.#look(store);
		});
	}

	/** Looks once for changes that come while it looks: collecting writes many times a second. */
	async #follow(): Promise<void> {
		if (this.#looking) {
			this.#changed = true;
			return;
		}
		this.#looking = true;
		do {
			this.#changed = false;
			await this.#attempt((store) => this.#look(store));
		} while (this.#changed && !this.#closed);
		this.#looking = false;
	}

	async #look(store: TrainerStore): Promise<void> {
		const [trainer, keys, assignments] = [
			await store.trainer(),
			await store.keys(),
			await store.assignments()
		];
		if (this.#closed) return;
		Object.assign(this, { trainer, keys, assignments, trouble: null });
	}

	async #attempt(work: (store: TrainerStore) => Promise<void>): Promise<boolean> {
		try {
			await work(await this.#openStore());
			return true;
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			this.trouble = error.trouble;
			return false;
		}
	}
}

/** Who gives assignments here, with keys made silently where there are none. */
async function ensureTrainer(store: TrainerStore): Promise<void> {
	if (await store.trainer()) return;
	const { makeTrainerKeys } = await import('#lib/training/keys/make-keys');
	const keys = await makeTrainerKeys(Date.now());
	await store.putKeys(keys);
	// Another tab may have been quicker: the keys of both open hand-ins, and the first ones sign.
	await store.changeTrainer(
		(now) => now ?? { id: 'trainer', name: '', keys: keys.id, backedUp: null }
	);
}
