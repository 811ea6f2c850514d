import type { AttemptRecord, Mode, Rules } from '#lib/progress/record';
import type { Assigned } from '#lib/store/assigned';
import type { Store } from '#lib/store/store';
import type { Meeting } from '#lib/training/started-for';
import type { AssignedQuiz, Starting } from './assigned-quiz';

export type ReadAssigned = (assigned: Assigned) => Promise<AssignedQuiz>;

const isAny = ({ accepted }: Assigned) => accepted.some(({ removed }) => !removed);

/** What is assigned of the lesson of a quiz, as far as it is known. Its code is fetched where anything is assigned. */
export class QuizAssignments {
	/** Null before it is known, and where nothing is assigned. */
	quiz = $state.raw<AssignedQuiz | null>(null);
	readonly #read: ReadAssigned | undefined;

	constructor(read: ReadAssigned | undefined) {
		this.#read = read;
	}

	/** Titles by id. */
	readonly titles: ReadonlyMap<string, string> = $derived(
		new Map(this.quiz?.assignments.map(({ id, title }) => [id, title]))
	);

	follow(store: Store): () => void {
		return store.watchAssigned((assigned) => void this.#hear(assigned));
	}

	async #hear(assigned: Assigned): Promise<void> {
		const read = isAny(assigned) ? this.#read?.(assigned) : undefined;
		// What cannot be fetched now is fetched when an attempt is started.
		this.quiz = (await read?.catch(() => null)) ?? null;
	}

	/** For which assignments an attempt started now would be, the soonest due first; those that are used up too. */
	meetings(mode: Mode, attempts: readonly AttemptRecord[]): readonly Meeting[] {
		return this.quiz?.meetings(mode, attempts, Date.now()) ?? [];
	}

	/** Reads what the store holds at this moment; says whether anything is assigned. */
	async look(store: Store | null): Promise<boolean> {
		const assigned = this.#read && (await store?.assigned());
		if (!assigned || !isAny(assigned)) return false;
		this.quiz = await this.#read!(assigned);
		return true;
	}

	/** What an attempt would be started with; null where it is for no assignment. */
	starting(mode: Mode, attempts: readonly AttemptRecord[], own: Rules): Starting | null {
		return this.quiz?.starting(mode, attempts, own, Date.now()) ?? null;
	}
}
