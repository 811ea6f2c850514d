import type { GivenAssignment } from '#lib/training/collected';
import { unlisted } from '#lib/training/roster/matching';
import type { HandInRow } from './trainer-database';
import type { TrainerTombstone } from './trainer-store';

/** What tombstones say of a row, by the row alone: the order in which rows and tombstones arrive does not matter. */
export interface Erased {
	assignment(id: string): boolean;
	/** Made by then, or seen by who erased it: what a learner hands in after she was erased is new. */
	handIn(
		row: Pick<HandInRow, 'id' | 'assignment' | 'learner' | 'signerId' | 'profile' | 'at'>
	): boolean;
	/** Without the members that were erased; the same object where there are none. */
	withoutMembers(given: GivenAssignment): GivenAssignment;
}

type Grave = Extract<TrainerTombstone['erased'], { what: 'learner' }> & {
	readonly at: number;
	readonly known: ReadonlySet<string>;
	readonly seen: ReadonlySet<string>;
};

/** Tells of rows whether one of these tombstones erased them. */
export function erasedByTrainer(tombstones: readonly TrainerTombstone[]): Erased {
	const assignments = new Set<string>();
	const graves: Grave[] = [];
	for (const { erased, at } of tombstones)
		if (erased.what === 'assignment') assignments.add(erased.assignment);
		else {
			const known = new Set([erased.learner, ...erased.names]);
			graves.push({ ...erased, at, known, seen: new Set(erased.handIns) });
		}
	const within = (grave: Grave, assignment: string) =>
		grave.assignment === null || grave.assignment === assignment;
	return {
		assignment: (id) => assignments.has(id),
		handIn: (row) =>
			assignments.has(row.assignment) ||
			graves.some(
				(grave) =>
					grave.seen.has(row.id) ||
					(within(grave, row.assignment) &&
						row.at <= grave.at &&
						// Under whichever name another device has listed it.
						(grave.known.has(row.learner) || grave.known.has(unlisted(row))))
			),
		withoutMembers(given) {
			const gone = graves.filter((grave) => within(grave, given.id));
			const roster = given.roster.filter(({ id }) => !gone.some(({ learner }) => learner === id));
			return roster.length === given.roster.length ? given : { ...given, roster };
		}
	};
}
