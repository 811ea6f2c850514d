import {
	inSequence,
	type BondRecord,
	type EventRecord,
	type History,
	type Records,
	type TombstoneRecord
} from '#lib/progress/record';
import type { RowOf, Table } from './identity';

/** What says whose records are whose. */
export interface Bonds {
	readonly bonds: readonly BondRecord[];
	readonly tombstones: readonly TombstoneRecord[];
}

export const isBond = (event: EventRecord): event is BondRecord =>
	event.type === 'alias' || event.type === 'attempt-moved';

/** The bonds in some records. */
export const bondsIn = ({ events, tombstones }: Pick<Records, 'events' | 'tombstones'>): Bonds => ({
	bonds: events.filter(isBond),
	tombstones
});

/** The attempt that a row belongs to; null for what belongs to none. */
export const attemptOf = <T extends Table>(table: T, row: RowOf<T>): string | null => {
	const { id, attempt } = row as { readonly id?: string; readonly attempt?: string | null };
	return (table === 'attempts' ? id : attempt) ?? null;
};

/** All profiles that are the same person as this one, itself too: joined by aliases, over several and in either direction. */
export function samePerson(profile: string, { bonds }: Bonds): ReadonlySet<string> {
	const joined = new Map<string, string[]>();
	const join = (one: string, other: string) => joined.set(one, [...(joined.get(one) ?? []), other]);
	for (const bond of bonds)
		if (bond.type === 'alias') {
			join(bond.profile, bond.of);
			join(bond.of, bond.profile);
		}
	const found = new Set([profile]);
	// A set that grows while it is gone through is gone through to its end.
	for (const one of found) for (const other of joined.get(one) ?? []) found.add(other);
	return found;
}

/** Attempts that were moved, and the profile that each belongs to now; one that was erased can own nothing. */
export function movedAttempts({ bonds, tombstones }: Bonds): ReadonlyMap<string, string> {
	const erased = new Set(tombstones.map(({ erased }) => erased.profile));
	return new Map(
		inSequence(bonds).flatMap((bond) =>
			bond.type === 'attempt-moved' && !erased.has(bond.to) ? [[bond.attempt, bond.to]] : []
		)
	);
}

/** Tells of a row whether it belongs to the person with this profile. */
export function belongingTo(
	profile: string | null,
	bonds: Bonds
): <T extends Exclude<Table, 'questions'>>(table: T, row: RowOf<T>) => boolean {
	if (profile === null) return () => false;
	const person = samePerson(profile, bonds);
	const moved = movedAttempts(bonds);
	return (table, row) => {
		if (table === 'profiles') return person.has((row as { id: string }).id);
		const attempt = attemptOf(table, row);
		const to = attempt === null ? undefined : moved.get(attempt);
		return person.has(to ?? (row as { profile: string }).profile);
	};
}

/** The history of the person with this profile, by its definition; stores may find it in a quicker way. */
export function historyIn(records: Records, profile: string | null): History {
	const mine = belongingTo(profile, bondsIn(records));
	return {
		attempts: inSequence(records.attempts.filter((row) => mine('attempts', row))),
		responses: inSequence(records.responses.filter((row) => mine('responses', row))),
		submissions: inSequence(records.submissions.filter((row) => mine('submissions', row))),
		events: inSequence(records.events.filter((row) => !isBond(row) && mine('events', row)))
	};
}
