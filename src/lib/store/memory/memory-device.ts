import type { ProfileRecord, Stamp } from '#lib/progress/record';
import { highestSequence, type Part } from '../identity';
import type { StoreContext } from '../store';
import type { MemoryTables } from './memory-tables';

/** Who writes into memory: a device with its clock, and the current profile. */
export class MemoryDevice {
	readonly #context: StoreContext;
	readonly #tables: MemoryTables;
	/** Its own, also beside a database with a device: two clocks of one name could give one sequence twice. */
	readonly id: string;
	highest = 0;
	/** Id of the current profile; null before there is one. */
	profile: string | null = null;
	/** The profile was made up because none was known. */
	madeUp = false;

	constructor(context: StoreContext, tables: MemoryTables) {
		this.#context = context;
		this.#tables = tables;
		this.id = context.newId();
	}

	/** Goes on with a profile from elsewhere; what a made-up one wrote is that one's. */
	adopt(profile: ProfileRecord): void {
		if (this.madeUp && this.profile && this.profile !== profile.id)
			this.#tables.rename(this.profile, profile.id);
		this.profile = profile.id;
		this.madeUp = false;
		this.meet({ profiles: [profile] });
		this.#tables.merge({ profiles: [profile] });
	}

	/** A Lamport clock moves past what it meets. */
	meet(part: Part): void {
		this.highest = Math.max(this.highest, highestSequence(part));
	}

	/** The current profile, made without a name if there is none. */
	current(): ProfileRecord {
		const [known] = this.#tables.find('profiles', ({ id }) => id === this.profile);
		if (known) return known;
		const { newId, now } = this.#context;
		const id = (this.profile ??= newId());
		const made = { id, name: '', sequence: ++this.highest, device: this.id, at: now() };
		// It was erased, and who has it open has not heard of it: nothing is kept for it.
		if (this.#tables.isErased('profiles', made)) return made;
		this.madeUp = true;
		return this.#tables.put('profiles', made);
	}

	/** The stamp of the next record. */
	stamp(attempt: string | null): Omit<Stamp, 'id'> {
		const profile = this.current().id;
		const seen = attempt === null ? 0 : this.#tables.highest(attempt);
		const sequence = (this.highest = Math.max(this.highest, seen) + 1);
		const { app, content, now } = this.#context;
		return { profile, device: this.id, sequence, seen, app, content, at: now() };
	}
}
