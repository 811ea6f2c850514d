import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { MarkingCourse } from '#lib/training/marking/marking';
import type { HandingDevice } from '#lib/training/roster/devices';
import { confirmDevice, joinAsNew, joinMember, mergeMembers } from './joining';
import { bringUpToDate } from './learner-results';

/** What a trainer says about whose hand-ins are whose. Each says whether it was done; where it was not, nothing changed. */
export class Joins {
	readonly #openStore: () => Promise<TrainerStore>;
	readonly #loadCourse: () => Promise<MarkingCourse>;

	constructor(
		openStore: () => Promise<TrainerStore>,
		/** This site's questions: what is joined is marked anew. */
		loadCourse: () => Promise<MarkingCourse>
	) {
		this.#openStore = openStore;
		this.#loadCourse = loadCourse;
	}

	/** This device is the member's. */
	confirm(
		assignment: string,
		learner: string,
		{ signerId, profile }: Pick<HandingDevice, 'signerId' | 'profile'>
	): Promise<boolean> {
		return this.#try((store, course) =>
			confirmDevice(store, course, { assignment, learner, signerId, profile })
		);
	}

	/** Somebody who is on no roster is put onto it. */
	add(assignment: string, learner: string): Promise<boolean> {
		return this.#try((store, course) => joinAsNew(store, course, { assignment, learner }));
	}

	/** Somebody who is on no roster is a member of it. */
	sameAs(assignment: string, learner: string, member: string): Promise<boolean> {
		return this.#try((store, course) => joinMember(store, course, { assignment, learner, member }));
	}

	/** Two members are one person: the first stays. */
	merge(assignment: string, kept: string, dropped: string): Promise<boolean> {
		return this.#try((store, course) => mergeMembers(store, course, { assignment, kept, dropped }));
	}

	/** Makes the results that another revision or another device left behind; says whether there were any. */
	upToDate(assignment: string): Promise<boolean> {
		return this.#try(async (store, course) => (await bringUpToDate(store, course, assignment)) > 0);
	}

	/** The questions first: without them nothing is changed. */
	async #try(
		work: (store: TrainerStore, course: MarkingCourse) => Promise<boolean>
	): Promise<boolean> {
		try {
			const course = await this.#loadCourse();
			return await work(await this.#openStore(), course);
		} catch {
			return false;
		}
	}
}
