import type { ProfileRecord, Records, TombstoneRecord } from '#lib/progress/record';
import { attemptOf, bondsIn, movedAttempts, samePerson } from './belonging';
import { lastProfile, tables, type RowOf, type Table } from './identity';

/**
 * Tells of a row whether it was erased. Each tombstone decides by the row alone, so that the order in which rows and
 * tombstones arrive does not matter.
 */
export function erasedBy(
	tombstones: readonly TombstoneRecord[]
): <T extends Table>(table: T, row: RowOf<T>) => boolean {
	const graves = tombstones.map(({ erased }) => ({
		profile: erased.profile,
		attempts: new Set(erased.attempts),
		elsewhere: new Set(erased.elsewhere)
	}));
	return (table, row) => {
		if (table === 'questions' || table === 'tombstones') return false;
		if (table === 'profiles')
			return graves.some(({ profile }) => profile === (row as ProfileRecord).id);
		const attempt = attemptOf(table, row);
		const { profile } = row as { readonly profile: string };
		return graves.some((grave) =>
			attempt === null
				? grave.profile === profile
				: grave.attempts.has(attempt) ||
					(grave.profile === profile && !grave.elsewhere.has(attempt))
		);
	};
}

type Stamped = Pick<TombstoneRecord, 'profile' | 'device' | 'at'>;

/**
 * What is to be written to erase the person with this profile, under every profile that she has. `records` need not
 * hold more than what says whose attempts are whose, and the attempts. Sequences count on from `sequence`.
 */
export function tombstonesFor(
	profile: string,
	records: Pick<Records, 'attempts' | 'events' | 'tombstones'>,
	{ sequence, ...stamp }: Stamped & { readonly sequence: number },
	newId: () => string
): TombstoneRecord[] {
	const bonds = bondsIn(records);
	const moved = movedAttempts(bonds);
	const person = samePerson(profile, bonds);
	const made = new Map(records.attempts.map((attempt) => [attempt.id, attempt.profile]));
	const all = [...new Set([...made.keys(), ...moved.keys()])];
	const owner = (attempt: string) => moved.get(attempt) ?? made.get(attempt)!;
	const attempts = all.filter((attempt) => person.has(owner(attempt)));
	const elsewhere = all.filter((attempt) => moved.has(attempt) && !person.has(owner(attempt)));
	return [...person].map((erased, index) => ({
		id: newId(),
		...stamp,
		sequence: sequence + index,
		erased: { what: 'profile', profile: erased, attempts, elsewhere }
	}));
}

/** The records without what was erased, by a tombstone among them or another one. */
export function withoutErased(records: Records, others: readonly TombstoneRecord[] = []): Records {
	const gone = erasedBy([...records.tombstones, ...others]);
	return Object.fromEntries(
		tables.map((table) => [
			table,
			(records[table] as RowOf<Table>[]).filter((row) => !gone(table, row))
		])
	) as unknown as Records;
}

/** The profile that a device goes on with after some were erased: its own if it is still there, else the last in use. */
export const profileAfter = (
	current: string | null,
	left: Partial<Records> & Pick<Records, 'profiles'>,
	tombstones: readonly TombstoneRecord[]
): string | null =>
	tombstones.some(({ erased }) => erased.profile === current)
		? (lastProfile(left)?.id ?? null)
		: current;
