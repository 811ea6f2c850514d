import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { MarkingCourse } from '#lib/training/marking/marking';
import { ReportBuilder, type Report } from '#lib/training/report/report';
import { breather } from './breather';
import { bringUpToDate } from './learner-results';
import { markingFor } from './marking-course';

export interface ReportRequest {
	readonly assignment: string;
	readonly course: MarkingCourse;
	/** As of when the report is. */
	readonly now: number;
}

/**
 * The report of an assignment, from all that was collected: results that are not up to date are made first. Null where
 * there is no such assignment. `progress` counts learners, and says false where nobody waits any more: then it is null too.
 */
export async function reportOf(
	store: TrainerStore,
	{ assignment, course, now }: ReportRequest,
	progress: (done: number, total: number) => boolean
): Promise<Report | null> {
	const received = await store.receivedIn(assignment);
	const learners = new Set(received.map(({ learner }) => learner)).size;
	// Marking is the longer part of a learner by far; where there is none, the whole bar is of the rest.
	let marked = 0;
	let wanted = true;
	await bringUpToDate(store, course, assignment, (done, total) => {
		marked = total;
		return (wanted = progress(done, total + learners));
	});
	const given = wanted ? await store.assignment(assignment) : null;
	if (!given) return null;
	const builder = new ReportBuilder(given, markingFor(course, given), now);
	const rest = breather();
	let done = marked;
	await store.eachResult(assignment, async (results) => {
		if (!wanted) return;
		builder.add(results);
		done += results.length;
		wanted = progress(done, marked + learners);
		await rest();
	});
	return wanted ? builder.done() : null;
}
