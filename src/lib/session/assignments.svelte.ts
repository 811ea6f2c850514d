import type { History } from '#lib/progress/record';
import { scoredAttempts } from '#lib/progress/scores';
import { nothingAssigned, type Assigned } from '#lib/store/assigned';
import { ownLearner, type Learners } from '#lib/store/learners';
import type { Store } from '#lib/store/store';
import { bySoonest, isDone, workOf, type AssignedWork } from '#lib/training/assigned-work';
import { readAccepted, type AcceptedAssignment } from './read-accepted';

/** An accepted assignment and how far the learner is with it. */
export interface ListedWork extends AcceptedAssignment, AssignedWork {}

const courseHere = () => document.documentElement.dataset.course ?? '';

/** What is assigned to the learner, and what came of it. Follows every tab. */
export class Assignments {
	/** The soonest due first; null until the store has answered. */
	list = $state.raw<readonly ListedWork[] | null>(null);
	/** Who is here; null until the store has answered. */
	learners = $state.raw<Learners | null>(null);
	assigned = $state.raw<Assigned>(nothingAssigned);
	history = $state.raw<History | null>(null);
	/** Those with something left to do, or to hear of. */
	readonly open: readonly ListedWork[] = $derived(this.list?.filter((one) => !isDone(one)) ?? []);
	readonly learner = $derived(this.learners && ownLearner(this.learners));

	readonly #openStore: () => Promise<Store>;
	readonly #course: string;
	readonly #now: () => number;
	readonly #stops: (() => void)[] = [];
	#told = false;
	#closed = false;

	constructor(
		openStore: () => Promise<Store>,
		course: string = courseHere(),
		now: () => number = Date.now
	) {
		this.#openStore = openStore;
		this.#course = course;
		this.#now = now;
	}

	/** Follows the store until it is closed. */
	async follow(): Promise<void> {
		const store = await this.#openStore();
		if (this.#closed) return;
		this.#stops.push(
			store.watchProfiles((learners) => (this.learners = learners)),
			store.watchAssigned((assigned) => {
				this.assigned = assigned;
				this.#told = true;
				void this.#fold();
			}),
			store.watchHistory((history) => {
				this.history = history;
				void this.#fold();
			})
		);
	}

	/** Takes one off the list; its attempts and hand-ins stay. */
	async remove(work: ListedWork): Promise<void> {
		await (await this.#openStore()).removeAssignment(work.record);
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stops) stop();
	}

	async #fold(): Promise<void> {
		const { assigned, history } = this;
		if (!this.#told || !history) return;
		const read = await readAccepted(assigned.accepted, this.#course);
		// Something newer may have been told meanwhile.
		if (this.#closed || assigned !== this.assigned || history !== this.history) return;
		const scored = scoredAttempts(history);
		this.list = read
			.map((one) => ({
				...one,
				...workOf(one.assignment, history, assigned.handIns, this.#now(), scored)
			}))
			.sort(bySoonest);
	}
}
