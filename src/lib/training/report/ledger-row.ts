import type { GivenAssignment, LearnerResult, MarkedAttempt } from '../collected';
import { latestOf } from '../given';
import type { Heard, LedgerCell, LedgerRow } from './ledger';
import type { Member } from '../roster';
import { doesCount } from '../terms';

/** What is known of somebody: a member, a result, or both. */
export function ledgerRow(
	given: GivenAssignment,
	member: Member | null,
	result: LearnerResult | null
): LedgerRow {
	const { lessons, due } = latestOf(given);
	const cells = lessons.map((lesson) => cellOf(lesson, due, result));
	const heard = (...kinds: Heard[]) => cells.filter((cell) => kinds.includes(cell.heard)).length;
	return {
		learner: member?.id ?? result!.learner,
		name: member?.name || (result?.name ?? ''),
		number: member?.number || (result?.number ?? ''),
		department: member?.department ?? '',
		jobTitle: member?.jobTitle ?? '',
		onRoster: member !== null,
		left: member?.left ?? null,
		standing: result?.standing ?? null,
		heard: !result
			? 'nothing'
			: cells.length > 0 && heard('complete') === cells.length
				? 'complete'
				: heard('complete', 'in-progress') > 0
					? 'in-progress'
					: 'accepted',
		...(result?.unreadable && { unreadable: result.unreadable }),
		asOf: result?.at ?? null,
		received: result?.received ?? null,
		late: cells.some(({ late }) => late),
		receivedAfterDue: cells.some(({ receivedAfterDue }) => receivedAfterDue),
		cells
	};
}

function cellOf(lesson: string, due: number | null, result: LearnerResult | null): LedgerCell {
	const attempts = countingAttempts(result, lesson);
	const first = attempts.find(({ ended }) => ended !== null);
	return {
		lesson,
		heard: !result ? 'nothing' : first ? 'complete' : attempts.length ? 'in-progress' : 'accepted',
		late: first?.late ?? false,
		receivedAfterDue: first !== undefined && due !== null && first.received > due,
		attempts: attempts.length
	};
}

/** Attempts at a lesson that count, in the order in which they were started. */
export const countingAttempts = (
	result: LearnerResult | null,
	lesson: string
): readonly MarkedAttempt[] =>
	result?.attempts.filter((attempt) => attempt.lesson === lesson && doesCount(attempt)) ?? [];
