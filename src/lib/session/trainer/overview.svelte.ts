import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment } from '#lib/training/collected';

/** From how many something was received; `all` is null where no roster says how many there are. */
export interface HeardFrom {
	readonly heard: number;
	readonly all: number | null;
}

/** Counts from whom something was received: with a roster those on it who have not left, without one everybody. */
export function heardFrom(
	{ roster }: Pick<GivenAssignment, 'roster'>,
	received: readonly { readonly learner: string }[]
): HeardFrom {
	const learners = new Set(received.map(({ learner }) => learner));
	if (!roster.length) return { heard: learners.size, all: null };
	const there = roster.filter(({ left }) => left === null);
	return { heard: there.filter(({ id }) => learners.has(id)).length, all: there.length };
}

/** What the list of assignments says besides them: who was heard from. Looked up in their order, one after the other. */
export class Overview {
	heard = $state.raw<ReadonlyMap<string, HeardFrom>>(new Map());
	#round = 0;

	async look(store: TrainerStore, assignments: readonly GivenAssignment[]): Promise<void> {
		const round = ++this.#round;
		const heard = new Map(this.heard);
		for (const given of assignments) {
			heard.set(given.id, heardFrom(given, await store.receivedIn(given.id)));
			// Another round has begun: it knows more.
			if (round !== this.#round) return;
		}
		this.heard = heard;
	}
}
