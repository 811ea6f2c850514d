import { westernDigits } from '#lib/base/numeral';
import type { NewMember } from './roster/roster-text';

/** Somebody who is expected to hand in. */
export interface Member {
	/** UUIDv7. */
	readonly id: string;
	/** Staff number; empty for none. One number is one person in a roster. */
	readonly number: string;
	readonly name: string;
	readonly department: string;
	readonly jobTitle: string;
	/** Of the personal link. */
	readonly token: string;
	/** When it was recorded that they left; leavers drop out of percentages. Null while they are there. */
	readonly left: number | null;
	/**
	 * Thumbprint of the device key that is taken for theirs: that of the first hand-in with the right token, or one that
	 * the trainer confirmed. Null before it.
	 */
	readonly device: string | null;
	/** The learner profile on that device. */
	readonly profile: string | null;
	/** Ids of those who were found to be the same person; another device may still list them. */
	readonly joined?: readonly string[];
}

/** The same for numbers that are the same to people: 'e-١٠٤٢ ' => 'E1042'. Empty for what is no number, such as '-'. */
export const numberKey = (number: string): string =>
	westernDigits(number.normalize('NFKC'))
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toUpperCase();

/** What a new member needs besides what a list says. */
export interface NewIds {
	/** UUIDv7. */
	readonly id: () => string;
	readonly token: () => string;
}

/**
 * A roster with these people in it: who is there by number is brought up to date (empty cells change nothing, and who had
 * left is back), others are added. Who is not in the list stays.
 */
export function mergeRoster(
	roster: readonly Member[],
	people: readonly NewMember[],
	ids: NewIds
): Member[] {
	const merged = [...roster];
	const places = new Map(
		roster.flatMap(({ number }, place) => {
			const key = numberKey(number);
			return key ? [[key, place] as const] : [];
		})
	);
	for (const person of people) {
		const key = numberKey(person.number);
		const place = key ? places.get(key) : undefined;
		if (place !== undefined) merged[place] = updated(merged[place]!, person);
		else {
			if (key) places.set(key, merged.length);
			merged.push(newMember(person, ids));
		}
	}
	return merged;
}

export const newMember = (
	{ number, name, department, jobTitle }: NewMember,
	{ id, token }: NewIds
): Member => ({
	id: id(),
	number,
	name,
	department,
	jobTitle,
	token: token(),
	left: null,
	device: null,
	profile: null
});

const updated = (member: Member, { name, department, jobTitle }: NewMember): Member => ({
	...member,
	name: name || member.name,
	department: department || member.department,
	jobTitle: jobTitle || member.jobTitle,
	left: null
});

const changed = (roster: readonly Member[], id: string, change: Partial<Member>): Member[] =>
	roster.map((member) => (member.id === id ? { ...member, ...change } : member));

/** Somebody left, or (null) is back. */
export const memberLeft = (roster: readonly Member[], id: string, left: number | null): Member[] =>
	changed(roster, id, { left });

/** With other words for somebody; null where the number is another member's. */
export function memberChanged(
	roster: readonly Member[],
	id: string,
	{ number, name, department, jobTitle }: NewMember
): Member[] | null {
	const other = memberWith(roster, number);
	if (other && other.id !== id) return null;
	return changed(roster, id, { number, name, department, jobTitle });
}

/**
 * Two members who are one person => the roster without the second, and whose hand-ins now belong to whom. Of the first
 * everything stays; what it lacks it gets from the second. A device that was pinned for either stays pinned, the first's
 * before the second's.
 */
export function membersMerged(
	roster: readonly Member[],
	kept: string,
	dropped: string
): {
	readonly roster: Member[];
	readonly moved: { readonly from: string; readonly to: string };
} | null {
	const first = roster.find(({ id }) => id === kept);
	const second = roster.find(({ id }) => id === dropped);
	if (!first || !second || first === second) return null;
	const pinned = first.device === null ? second : first;
	const merged: Member = {
		...first,
		number: first.number || second.number,
		name: first.name || second.name,
		department: first.department || second.department,
		jobTitle: first.jobTitle || second.jobTitle,
		// There, if either is.
		left: first.left === null || second.left === null ? null : Math.max(first.left, second.left),
		device: pinned.device,
		profile: pinned.profile,
		joined: [...(first.joined ?? []), ...(second.joined ?? []), dropped]
	};
	return {
		roster: roster.flatMap((member) =>
			member.id === dropped ? [] : member.id === kept ? [merged] : [member]
		),
		moved: { from: dropped, to: kept }
	};
}

/** The member with this number, however its digits are written; null for none. */
export const memberWith = (roster: readonly Member[], number: string): Member | null =>
	numberKey(number) === ''
		? null
		: (roster.find((member) => numberKey(member.number) === numberKey(number)) ?? null);

/** Whose hand-in this is by what it says: by token before number; null for nobody on the roster. */
export const memberOf = (
	roster: readonly Member[],
	{ number, token }: { readonly number: string; readonly token: string | null }
): { readonly member: Member; readonly by: 'token' | 'number' } | null => {
	const own = token === null ? undefined : roster.find((member) => member.token === token);
	if (own) return { member: own, by: 'token' };
	const named = memberWith(roster, number);
	return named && { member: named, by: 'number' };
};
