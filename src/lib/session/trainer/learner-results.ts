import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { MarkingCourse } from '#lib/training/marking/marking';
import { breather } from './breather';
import { markingFor } from './marking-course';
import { markingOf, openedRows, resultOf } from './opened-rows';

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
	const now = markingFor(course, given);
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
			const isNow = result.marking === markingOf(now, result.unreadable);
			if (isNow && result.handIns === (count?.confirmed || count?.all))
				counts.delete(result.learner);
		}
	});
	return new Set(counts.keys());
}
