import type { GivenAssignment } from '../collected';
import { numberKey, type Member } from '../roster';
import { unlisted } from './matching';

/** Somebody's entry on the roster of an assignment. */
export interface RosterPlace {
	readonly given: GivenAssignment;
	readonly member: Member;
}

/**
 * All entries of one person, who has another id on every roster: that of the learner (as in `CollectedHandIn`), and those
 * with the number, the token or the pinned device of one that is found.
 */
export function placesOf(
	assignments: readonly GivenAssignment[],
	learner: string
): readonly RosterPlace[] {
	const known = new Set([`id ${learner}`, `device ${learner}`]);
	const found: RosterPlace[] = [];
	let left = assignments.flatMap((given) => given.roster.map((member) => ({ given, member })));
	for (;;) {
		const isHers = ({ member }: RosterPlace) => marksOf(member).some((mark) => known.has(mark));
		const more = left.filter(isHers);
		if (!more.length) return found;
		found.push(...more);
		left = left.filter((place) => !more.includes(place));
		for (const { member } of more) for (const mark of marksOf(member)) known.add(mark);
	}
}

/** What tells somebody from others. */
function marksOf({ id, number, token, device, profile }: Member): string[] {
	const key = numberKey(number);
	return [
		`id ${id}`,
		`token ${token}`,
		...(key ? [`number ${key}`] : []),
		...(device !== null && profile !== null
			? [`device ${unlisted({ signerId: device, profile })}`]
			: [])
	];
}
