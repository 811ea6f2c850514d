import type { Member } from './roster';

type Roster = readonly Member[];
/** What a trainer writes about somebody. */
export type MemberText = Pick<Member, 'name' | 'number' | 'department' | 'jobTitle'>;

const changed = (roster: Roster, id: string, change: (member: Member) => Member): Roster =>
	roster.map((member) => (member.id === id ? change(member) : member));

/** Whether the number is somebody else's: one number is one person in a roster. */
export const isTaken = (roster: Roster, number: string, id: string | null): boolean =>
	number.trim() !== '' &&
	roster.some((member) => member.id !== id && member.number === number.trim());

const trimmed = ({ name, number, department, jobTitle }: MemberText): MemberText => ({
	name: name.trim(),
	number: number.trim(),
	department: department.trim(),
	jobTitle: jobTitle.trim()
});

/** With one more person; `fresh` is a new id and a new token. */
export const withMember = (
	roster: Roster,
	text: MemberText,
	fresh: Pick<Member, 'id' | 'token'>
): Roster => [...roster, { ...fresh, ...trimmed(text), left: null, device: null, profile: null }];

/** With other words about one person; who that is, and the personal link, stay. */
export const withText = (roster: Roster, id: string, text: MemberText): Roster =>
	changed(roster, id, (member) => ({ ...member, ...trimmed(text) }));

/** With somebody who left then, or (null) is back. */
export const withLeft = (roster: Roster, id: string, left: number | null): Roster =>
	changed(roster, id, (member) => ({ ...member, left }));

/** With a device and a profile on it that are taken for somebody's from now on. */
export const withDevice = (
	roster: Roster,
	id: string,
	{ device, profile }: { readonly device: string; readonly profile: string }
): Roster => changed(roster, id, (member) => ({ ...member, device, profile }));

/**
 * With two entries of one person as one: the first stays, and takes from the other what it has not. Its personal link
 * is the one that counts; null where both have devices of their own, since one of them would no longer be confirmed.
 */
export function joined(roster: Roster, stays: string, goes: string): Roster | null {
	const [one, other] = [stays, goes].map((id) => roster.find((member) => member.id === id));
	if (!one || !other || one === other) return null;
	if (one.device !== null && other.device !== null) return null;
	const { device, profile } = one.device === null ? other : one;
	return changed(
		roster.filter(({ id }) => id !== goes),
		stays,
		(member) => ({
			...member,
			name: one.name || other.name,
			number: one.number || other.number,
			department: one.department || other.department,
			jobTitle: one.jobTitle || other.jobTitle,
			// The one that was given out and came back.
			token: one.device === null && other.device !== null ? other.token : one.token,
			left: one.left !== null && other.left !== null ? Math.max(one.left, other.left) : null,
			device,
			profile
		})
	);
}
