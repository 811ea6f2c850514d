import type { Assignment } from './assignment';
import type { GivenAssignment } from './collected';
import { joinedRevisions, sameRevisions } from './joined-revisions';

/** The revision in force, or to be sent next. */
export const latestOf = ({ revisions }: Pick<GivenAssignment, 'revisions'>): Assignment =>
	revisions.at(-1)!;

/** The last revision that students can have; null before the first was sent. */
export const sentRevisionOf = ({ revisions, sent }: GivenAssignment): Assignment | null =>
	(sent === null ? revisions.at(-2) : revisions.at(-1)) ?? null;

/** 'changed': a revision was sent, and a later one was not yet. */
export type GivenState = 'not-sent' | 'sent' | 'changed' | 'withdrawn';

export function stateOf(given: GivenAssignment): GivenState {
	if (latestOf(given).withdrawn) return 'withdrawn';
	if (given.sent !== null) return 'sent';
	return given.revisions.length > 1 ? 'changed' : 'not-sent';
}

/** One that was made just now; without a roster, and not sent. */
export const newlyGiven = (assignment: Assignment): GivenAssignment => ({
	id: assignment.id,
	revisions: [{ ...assignment, revision: 1 }],
	sent: null,
	roster: [],
	edition: 0,
	at: assignment.made
});

/**
 * With another revision: it takes the place of one that nobody got yet, else it comes after it. What was finished keeps
 * the rules that it was started by.
 */
export function revised(given: GivenAssignment, assignment: Assignment): GivenAssignment {
	const kept = given.sent === null ? given.revisions.slice(0, -1) : given.revisions;
	const revision = (kept.at(-1)?.revision ?? 0) + 1;
	return { ...given, revisions: [...kept, { ...assignment, revision }], sent: null };
}

/** Withdrawn; null where it was withdrawn before. Students hear of it by the next link. */
export function withdrawn(given: GivenAssignment, now: number): GivenAssignment | null {
	const latest = sentRevisionOf(given) ?? latestOf(given);
	return latestOf(given).withdrawn
		? null
		: revised(given, { ...latest, withdrawn: true, made: now });
}

/** With a revision that its trainer has sent, from whichever device; null where it is there already. */
export function takenIn(
	given: GivenAssignment | null,
	assignment: Assignment,
	now: number
): GivenAssignment | null {
	const { id } = assignment;
	const taken = { revisions: [assignment], sent: now };
	if (!given) return { id, ...taken, roster: [], edition: 0, at: now };
	const joined = joinedRevisions(given, taken);
	const isThere = given.sent === joined.sent && sameRevisions(given.revisions, joined.revisions);
	return isThere ? null : { ...given, ...joined };
}

/** Sent now, if it was not before; null where nothing changes. */
export const nowSent = (given: GivenAssignment, now: number): GivenAssignment | null =>
	given.sent === null ? { ...given, sent: now } : null;
