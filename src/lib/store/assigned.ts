import type { AcceptedRecord, HandInRecord } from '#lib/progress/record';
import { bySequence } from '#lib/progress/record';
import { chosen } from './identity';

/** What was assigned to a person and what she handed in. */
export interface Assigned {
	/** One of each assignment, those that were taken off the list too; in the order in which they were made known. */
	readonly accepted: readonly AcceptedRecord[];
	/** In the order in which they were made, or last heard of. */
	readonly handIns: readonly HandInRecord[];
}

export const nothingAssigned: Assigned = { accepted: [], handIns: [] };

/** Rows of a person, under several profiles perhaps => what is assigned. */
export function assignedIn(
	accepted: readonly AcceptedRecord[],
	handIns: readonly HandInRecord[]
): Assigned {
	const last = new Map<string, AcceptedRecord>();
	for (const row of accepted) {
		const known = last.get(row.id);
		last.set(row.id, known ? chosen('assignments', known, row) : row);
	}
	const unique = new Map<string, HandInRecord>();
	for (const row of handIns) {
		const known = unique.get(row.id);
		unique.set(row.id, known ? chosen('handIns', known, row) : row);
	}
	return {
		accepted: [...last.values()].sort(bySequence),
		handIns: [...unique.values()].sort(bySequence)
	};
}

export const assignedUnion = (first: Assigned, second: Assigned): Assigned =>
	assignedIn([...first.accepted, ...second.accepted], [...first.handIns, ...second.handIns]);

/** An assignment to be accepted, before it is stamped. */
export type NewAccepted = Pick<
	AcceptedRecord,
	'id' | 'revision' | 'signed' | 'number' | 'addressee'
>;
export type NewHandIn = Pick<HandInRecord, 'id' | 'assignment' | 'attempts' | 'by'>;

/**
 * What accepting leaves of an assignment: an older revision than the one that is there brings that one back onto the
 * list at most. Whom it is for stays known through links that do not say it. Null where all is as it should be already.
 */
export function acceptedAfter(
	stored: AcceptedRecord | undefined,
	offered: NewAccepted
): NewAccepted | null {
	if (!stored) return offered;
	const newer = stored.revision > offered.revision;
	const { id, revision, signed, number } = newer ? stored : offered;
	const addressee = newer
		? (stored.addressee ?? offered.addressee)
		: (offered.addressee ?? stored.addressee);
	const same =
		signed === stored.signed &&
		number === stored.number &&
		addressee?.token === stored.addressee?.token;
	if (same && !stored.removed) return null;
	return { id, revision, signed, number, ...(addressee && { addressee }) };
}
