import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { HandIn } from '#lib/training/hand-in';
import { markLearner, type MarkingCourse } from '#lib/training/marking/marking';
import { unpackHandIn } from '#lib/training/wire/pack-hand-in';
import { markingFor } from './marking-course';
import { breather } from './breather';

/** A hand-in that is marked: what was collected, opened. */
export interface OpenedRow extends Pick<CollectedHandIn, 'at' | 'received' | 'standing'> {
	readonly handIn: HandIn;
}

export const openedRow = async (row: CollectedHandIn): Promise<OpenedRow> => ({
	handIn: await unpackHandIn(row.packed),
	at: row.at,
	received: row.received,
	standing: row.standing
});

/** All stored hand-ins of a learner, opened. */
export async function openedRows(
	store: TrainerStore,
	assignment: string,
	learner: string
): Promise<OpenedRow[]> {
	const rows: OpenedRow[] = [];
	for (const row of await store.handInsOf(assignment, learner)) rows.push(await openedRow(row));
	return rows;
}

/** A result from hand-ins, by this site's questions and the assignment's revisions as they are now. */
export const resultOf = (
	rows: readonly OpenedRow[],
	learner: string,
	given: GivenAssignment,
	course: MarkingCourse
): LearnerResult => markLearner(rows, learner, given, markingFor(course, given));

/** Results that are written at once. */
const atOnce = 25;

type Told = (done: number, total: number) => boolean | void;

/**
 * Makes every result of an assignment that is missing, was made by other questions or another revision, or does not know
 * of all hand-ins. Gives how many it made. Another tab's meanwhile is met at the next time.
 */
export async function bringUpToDate(
	store: TrainerStore,
	course: MarkingCourse,
	assignment: string,
	progress: Told = () => {}
): Promise<number> {
	const given = await store.assignment(assignment);
	if (!given) return 0;
	const learners = [...(await learnersToMark(store, course, given))];
	return markAll(store, course, given, learners, progress);
}

/** Makes the results that are missing, as where a pin has changed whose hand-ins are whose: quicker than all of the above. */
export async function markMissing(
	store: TrainerStore,
	course: MarkingCourse,
	given: GivenAssignment
): Promise<number> {
	return markAll(store, course, given, await store.withoutResult(given.id), () => {});
}

async function markAll(
	store: TrainerStore,
	course: MarkingCourse,
	given: GivenAssignment,
	learners: readonly string[],
	progress: Told
): Promise<number> {
	const rest = breather();
	let made: LearnerResult[] = [];
	for (const [index, learner] of learners.entries()) {
		made.push(resultOf(await openedRows(store, given.id, learner), learner, given, course));
		if (made.length === atOnce || index === learners.length - 1) {
			await store.putResults(made);
			made = [];
		}
		// False: nobody waits for it any more.
		if (progress(index + 1, learners.length) === false) return index + 1;
		await rest();
	}
	return learners.length;
}

async function learnersToMark(
	store: TrainerStore,
	course: MarkingCourse,
	given: GivenAssignment
): Promise<ReadonlySet<string>> {
	const { marking } = markingFor(course, given);
	const counts = new Map<string, { all: number; confirmed: number }>();
	for (const { learner, standing } of await store.receivedIn(given.id)) {
		const count = counts.get(learner) ?? { all: 0, confirmed: 0 };
		counts.set(learner, count);
		count.all++;
		if (standing === 'confirmed') count.confirmed++;
	}
	await store.eachResult(given.id, (results) => {
		for (const result of results) {
			const count = counts.get(result.learner);
			if (result.marking === marking && result.handIns === (count?.confirmed || count?.all))
				counts.delete(result.learner);
		}
	});
	return new Set(counts.keys());
}
