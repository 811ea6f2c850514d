import type { Assignment } from './assignment';
import type { GivenAssignment } from './collected';

type Revised = Pick<GivenAssignment, 'revisions' | 'sent'>;

/**
 * The revisions of two copies of an assignment, in either order the same. What was sent is united by number; of two with one
 * number the one that was made later stays. What was not sent never takes its place: it comes after it, under the next
 * number, or is dropped where it is no newer than what was sent in its place.
 */
export function joinedRevisions(one: Revised, other: Revised): Revised {
	const sent = new Map<number, Assignment>();
	for (const revision of [...sentIn(one), ...sentIn(other)])
		sent.set(revision.revision, later(sent.get(revision.revision) ?? revision, revision));
	const kept = [...sent.values()].sort((a, b) => a.revision - b.revision);
	const last = kept.at(-1);
	const drafts = [one, other]
		.flatMap((copy) => (copy.sent === null ? copy.revisions.slice(-1) : []))
		.filter(({ revision, made }) =>
			kept.every((sent) => sent.revision < revision || sent.made < made)
		)
		.map((draft) => ({ ...draft, revision: (last?.revision ?? 0) + 1 }));
	if (drafts.length) return { revisions: [...kept, drafts.reduce(later)], sent: null };
	const times = [one, other].flatMap(({ revisions, sent }) =>
		sent !== null && last && isSame(revisions.at(-1)!, last) ? [sent] : []
	);
	return { revisions: kept, sent: times.length ? Math.min(...times) : null };
}

/** Whether two lists hold the same, whatever device has written them. */
export const sameRevisions = (one: readonly Assignment[], other: readonly Assignment[]): boolean =>
	one.length === other.length && one.every((revision, index) => isSame(revision, other[index]!));

const sentIn = ({ revisions, sent }: Revised) =>
	sent === null ? revisions.slice(0, -1) : revisions;

/** Made at one moment, they are told apart by what is in them. */
function later(one: Assignment, other: Assignment): Assignment {
	if (one.made !== other.made) return one.made > other.made ? one : other;
	return contentOf(one) >= contentOf(other) ? one : other;
}

const isSame = (one: Assignment, other: Assignment) => contentOf(one) === contentOf(other);

/** Whatever the order in which its fields were written: one device made it, another one read it out of a link. */
const contentOf = (assignment: Assignment) => JSON.stringify(sorted(assignment));

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
