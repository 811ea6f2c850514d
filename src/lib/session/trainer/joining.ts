import { uuidv7 } from '#lib/base/id';
import type { GivenAssignment } from '#lib/training/collected';
import { makeToken } from '#lib/training/keys/token';
import type { LedgerRow } from '#lib/training/ledger';
import { newMember, type Member } from '#lib/training/roster';
import type { TrainerSide } from './trainer-side.svelte';

/** Makes the results of learners anew, from their hand-ins. */
export type Remake = (assignment: string, learners: readonly string[]) => Promise<void>;

/** Ids and tokens for who is put on a roster now. */
export const freshIds = { id: () => uuidv7(), token: () => makeToken() };

/**
 * Takes the device of a learner's newest hand-in for that of a member, or (null) of a new one, and makes the results anew.
 * Says whether it is kept.
 */
export async function joinLearner(
	side: TrainerSide,
	{ id, roster }: GivenAssignment,
	row: LedgerRow,
	target: string | null,
	remake: Remake
): Promise<boolean> {
	const store = await side.store();
	const handIns = await store.handInsOf(id, row.learner);
	// Of a member's own some are confirmed: it is the other device that is meant.
	const newest = handIns
		.filter(({ standing }) => standing === 'unconfirmed')
		.sort((a, b) => b.received - a.received)[0];
	if (!newest) return false;
	const pin = { device: newest.signerId, profile: newest.profile };
	const text = { name: row.name, number: row.number, department: '', jobTitle: '' };
	const added: Member | null = target === null ? { ...newMember(text, freshIds), ...pin } : null;
	const member = added?.id ?? target!;
	if (!added && !roster.some(({ id }) => id === member)) return false;
	const kept = await side.changeRoster(id, (now) =>
		added ? [...now, added] : now.map((one) => (one.id === member ? { ...one, ...pin } : one))
	);
	if (kept) await remake(id, [...new Set([member, row.learner])]);
	return kept;
}
