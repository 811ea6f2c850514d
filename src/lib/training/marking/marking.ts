import { bySequence } from '#lib/progress/record';
import type { GivenAssignment, LearnerResult, MarkedAttempt } from '../collected';
import { foldedHandIns, newestOf, type OpenedCollected } from './folded-hand-ins';
import { markedAttempt } from './marked-attempt';
import type { MarkingCourse } from './marking-course';
import { doesCount, termsOf } from '../terms';

export type { MarkingCourse } from './marking-course';

/**
 * All hand-ins of one learner for an assignment => what is known of them. Marks are made anew from the answers; those in
 * the files are only compared. Once one is confirmed, unconfirmed ones are left out. The order of the hand-ins does not
 * matter, and nothing that the schemas let through makes it throw.
 */
export function markLearner(
	collected: readonly OpenedCollected[],
	learner: string,
	given: GivenAssignment,
	course: MarkingCourse
): LearnerResult {
	const own = collected.filter(({ handIn }) => handIn.assignment === given.id);
	const confirmed = own.filter(({ standing }) => standing === 'confirmed');
	const used = confirmed.length ? confirmed : own;
	const newest = newestOf(used);
	return {
		assignment: given.id,
		learner,
		standing: confirmed.length ? 'confirmed' : 'unconfirmed',
		name: newest?.handIn.learner.name ?? '',
		number: newest?.handIn.learner.number ?? '',
		at: newest?.at ?? 0,
		received: newest?.received ?? 0,
		handIns: used.length,
		marking: course.marking,
		attempts: attemptsIn(used, given, course)
	};
}

/** Attempts in the order in which they were started; those beyond the allowed number say so. */
function attemptsIn(
	collected: readonly OpenedCollected[],
	given: GivenAssignment,
	course: MarkingCourse
): MarkedAttempt[] {
	const begun = new Map<string, number>();
	return foldedHandIns(collected)
		.sort((a, b) => bySequence(a.attempt, b.attempt))
		.flatMap((log): MarkedAttempt[] => {
			const marked = markedAttempt(log, given, course);
			if (!marked) return [];
			if (!doesCount(marked)) return [marked];
			const before = begun.get(marked.lesson) ?? 0;
			begun.set(marked.lesson, before + 1);
			const allowed = termsOf(log.attempt, given).revision.rules.attempts;
			if (allowed === null || before < allowed) return [marked];
			return [{ ...marked, notes: [...marked.notes, 'too-many'] }];
		});
}
