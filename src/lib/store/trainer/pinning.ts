import type { GivenAssignment } from '#lib/training/collected';
import { unlisted } from '#lib/training/roster/matching';
import { joinedRevisions } from '#lib/training/joined-revisions';
import { numberKey, type Member } from '#lib/training/roster';
import type { HandInRow } from './trainer-database';

type Roster = readonly Member[];

/** The roster with the devices that only the other one has pinned; a pinned device stays. The same where there are none. */
function withPinsOf(roster: Roster, other: Roster): Roster {
	const pinned = new Map(other.filter(({ device }) => device !== null).map((one) => [one.id, one]));
	const fills = (member: Member) => member.device === null && pinned.has(member.id);
	if (!roster.some(fills)) return roster;
	return roster.map((member) => {
		const { device, profile } = pinned.get(member.id) ?? member;
		return fills(member) ? { ...member, device, profile } : member;
	});
}

/** Members whose device the second roster has pinned and the first one has not. */
export function newlyPinned(before: Roster, after: Roster): Roster {
	const known = new Map(before.map((member) => [member.id, member]));
	return after.filter(({ id, device, profile }) => {
		const was = known.get(id);
		return device !== null && (was?.device !== device || was.profile !== profile);
	});
}

/**
 * The roster with the members that only the other one has, by id. Who has the number of a member is not one more, and who
 * was joined to a member does not come back.
 */
function withMembersOf(roster: Roster, other: Roster): Roster {
	const ids = new Set(roster.flatMap(({ id, joined = [] }) => [id, ...joined]));
	const numbers = new Set(roster.map(({ number }) => numberKey(number)).filter(Boolean));
	const added = other.filter(({ id, number }) => !ids.has(id) && !numbers.has(numberKey(number)));
	// In an order that does not depend on which copy came first; ids sort by when they were made.
	return added.length ? [...roster, ...added].sort((a, b) => (a.id < b.id ? -1 : 1)) : roster;
}

/**
 * Of two copies the one of the higher edition, then that of the later time; with the pins and members that only the other
 * one has. The revisions of both are united: what was sent is never lost to an edit that knew nothing of it.
 */
export function joinedCopies(one: GivenAssignment, other: GivenAssignment): GivenAssignment {
	const [winner, loser] = outranks(one, other) ? [one, other] : [other, one];
	const roster = withMembersOf(withPinsOf(winner.roster, loser.roster), loser.roster);
	return { ...winner, ...joinedRevisions(winner, loser), roster };
}

/** Two of one edition and time that differ are told apart by what is in them, so that every device keeps the same one. */
function outranks(one: GivenAssignment, other: GivenAssignment): boolean {
	const difference = one.edition - other.edition || one.at - other.at;
	return difference ? difference > 0 : JSON.stringify(one) >= JSON.stringify(other);
}

/**
 * A hand-in of a device that is pinned is its member's, and confirmed, unless it named another member; another one stays as
 * it is.
 */
export function settled(
	row: HandInRow,
	pinned: readonly Pick<Member, 'id' | 'device' | 'profile'>[]
): HandInRow {
	const member = pinned.find(
		({ device, profile }) => device === row.signerId && profile === row.profile
	);
	if (!member || (row.learner !== member.id && row.learner !== unlisted(row))) return row;
	if (row.learner === member.id && row.standing === 'confirmed') return row;
	return { ...row, learner: member.id, standing: 'confirmed' };
}

/**
 * Two copies of one hand-in, as two devices listed it: who is on the roster goes before who is not, and once confirmed it
 * stays confirmed.
 */
export function joinedRows(one: HandInRow, other: HandInRow, members: ReadonlySet<string>) {
	const rank = (row: HandInRow) =>
		[
			members.has(row.learner) ? 1 : 0,
			row.standing === 'confirmed' ? 1 : 0,
			row.learner === unlisted(row) ? 0 : 1,
			row.learner
		].join(' ');
	const [winner, loser] = rank(one) >= rank(other) ? [one, other] : [other, one];
	const received = Math.min(winner.received, loser.received);
	return winner.received === received ? winner : { ...winner, received };
}
