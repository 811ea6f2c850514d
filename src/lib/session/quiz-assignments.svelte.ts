import { answersFrom } from '#lib/progress/answers-from';
import type { AttemptState } from '#lib/progress/attempt-state';
import type { AttemptRecord, AttemptTerms, Mode, Rules } from '#lib/progress/record';
import type { Assigned } from '#lib/store/assigned';
import type { Store } from '#lib/store/store';
import type { Meeting } from '#lib/training/started-for';
import { outcomesOf, type AssignedOutcome } from './assigned-outcomes';
import type { AssignedQuiz, Starting } from './assigned-quiz';
import { anyAssigned } from './device';

export type ReadAssigned = (assigned: Assigned) => Promise<AssignedQuiz>;

/** The attempt that is shown. */
type Shown = { readonly record: AttemptRecord; readonly state: AttemptState } | null;

const isAny = ({ accepted }: Assigned) => accepted.some(({ removed }) => !removed);

/** What is assigned of the lesson of a quiz, as far as it is known. Its code is fetched where anything is assigned. */
export class QuizAssignments {
	/** Null before it is known, and where nothing is assigned. */
	quiz = $state.raw<AssignedQuiz | null>(null);
	/** Attempts at the lesson, begun or complete, oldest first. */
	attempts = $state.raw<readonly AttemptRecord[]>([]);
	readonly #read: ReadAssigned | undefined;
	readonly #shown: () => Shown;

	constructor(read: ReadAssigned | undefined, shown: () => Shown) {
		this.#read = read;
		this.#shown = shown;
	}

	/** Of the attempt that is shown, as they were when it was started. */
	get terms(): readonly AttemptTerms[] {
		return this.#shown()?.record.terms ?? [];
	}

	/** The answers of the attempt that is shown are not to be shown before then; null: they may be. */
	get sealedUntil(): number | null {
		const from = answersFrom(this);
		return from !== null && Date.now() < from ? from : null;
	}

	/** What the attempt that is shown came to for each assignment that it was started for; none before its end. */
	get outcomes(): readonly AssignedOutcome[] {
		const state = this.#shown()?.state;
		if (!state?.submission) return [];
		return outcomesOf(this.terms, state.score, state.submission.at, this.quiz?.assignments ?? []);
	}

	follow(store: Store): () => void {
		return store.watchAssigned((assigned) => void this.#hear(assigned));
	}

	async #hear(assigned: Assigned): Promise<void> {
		// What a backup brought is known from here on.
		if (isAny(assigned)) anyAssigned.set(true);
		const read = isAny(assigned) ? this.#read?.(assigned) : undefined;
		// What cannot be fetched now is fetched when an attempt is started.
		this.quiz = (await read?.catch(() => null)) ?? null;
	}

	/** For which assignments an attempt started now would be, the soonest due first; those that are used up too. */
	meetings(mode: Mode): readonly Meeting[] {
		return this.quiz?.meetings(mode, this.attempts, Date.now()) ?? [];
	}

	/** Whether an attempt started now would be for any. */
	asks(mode: Mode): boolean {
		return this.meetings(mode).some(({ left }) => left !== 0);
	}

	/** Reads what the store holds at this moment; says whether anything is assigned. */
	async look(store: Store | null): Promise<boolean> {
		const assigned = this.#read && (await store?.assigned());
		if (!assigned || !isAny(assigned)) return false;
		this.quiz = await this.#read!(assigned);
		return true;
	}

	/** What an attempt would be started with; null where it is for no assignment. */
	starting(mode: Mode, own: Rules): Starting | null {
		return this.quiz?.starting(mode, this.attempts, own, Date.now()) ?? null;
	}
}
