import type {
	AttemptLog,
	AttemptRecord,
	BondRecord,
	History,
	PreferenceRecord,
	ProfileRecord,
	Records
} from '#lib/progress/record';
import { assignedIn, nothingAssigned, type Assigned } from '../assigned';
import { belongingTo, isBond, movedAttempts, samePerson, type Bonds } from '../belonging';
import { lastOfEach, learnersOf, type Learners } from '../learners';
import type { Database } from './database';
import { inOrder, readAttempt, rowsOf } from './reading';

/** The device's current profile's id; null before there is one. */
const currentProfile = async (db: Database) =>
	(await db.devices.toCollection().first())?.profile ?? null;

/** The current profile, of the store (`own`) or else of the device; null before there is one. In a transaction. */
export async function readProfile(db: Database, own: string | null): Promise<ProfileRecord | null> {
	const id = own ?? (await currentProfile(db));
	return (id !== null && (await db.profiles.get(id))) || null;
}

/** What says whose records are whose. */
export async function readBonds(db: Database): Promise<Bonds> {
	const found = await db.events.where('type').anyOf('alias', 'attempt-moved').toArray();
	return { bonds: found as BondRecord[], tombstones: await db.tombstones.toArray() };
}

/** Everybody on this device. */
export async function readLearners(db: Database, own: string | null): Promise<Learners> {
	const current = await currentProfile(db);
	const bonds = await readBonds(db);
	const profiles = await db.profiles.toArray();
	return { ...bonds, current, own: own ?? current, learners: learnersOf(profiles, bonds, current) };
}

/** Finds what `historyIn` defines by its indexes: rows of a person's profiles but for attempts moved away, and those moved to her. */
async function rowsOfPerson<T extends keyof History>(
	db: Database,
	table: T,
	profile: string,
	bonds: Bonds
): Promise<Records[T][number][]> {
	type Row = Records[T][number];
	const person = samePerson(profile, bonds);
	const mine = belongingTo(profile, bonds);
	const rows = await db
		.table<Row>(table)
		.where('profile')
		.anyOf([...person])
		.toArray();
	const found = new Map(rows.filter((row) => mine(table, row)).map((row) => [row.id, row]));
	for (const [attempt, to] of movedAttempts(bonds)) {
		if (!person.has(to)) continue;
		const moved =
			table === 'attempts'
				? await db.attempts.where('id').equals(attempt).toArray()
				: await rowsOf(db, table as 'responses', attempt).toArray();
		for (const row of moved) found.set(row.id, row as Row);
	}
	return inOrder([...found.values()]);
}

const nothing: History = { attempts: [], responses: [], submissions: [], events: [] };

/** The person's history. */
export async function readHistory(db: Database, own: string | null): Promise<History> {
	const profile = own ?? (await currentProfile(db));
	if (profile === null) return nothing;
	const bonds = await readBonds(db);
	const events = await rowsOfPerson(db, 'events', profile, bonds);
	return {
		attempts: await rowsOfPerson(db, 'attempts', profile, bonds),
		responses: await rowsOfPerson(db, 'responses', profile, bonds),
		submissions: await rowsOfPerson(db, 'submissions', profile, bonds),
		events: events.filter((event) => !isBond(event))
	};
}

/** The person's attempt of the highest sequence; null where there is none. */
export async function readLatest(
	db: Database,
	own: string | null,
	lesson: string
): Promise<AttemptRecord | null> {
	const profile = own ?? (await currentProfile(db));
	if (profile === null) return null;
	const attempts = await rowsOfPerson(db, 'attempts', profile, await readBonds(db));
	return attempts.findLast((attempt) => attempt.lesson === lesson) ?? null;
}

/** All that is known of an attempt; null where there is none, or it is another person's. */
export async function readOwnAttempt(
	db: Database,
	own: string | null,
	id: string
): Promise<AttemptLog | null> {
	const log = await readAttempt(db, id);
	const profile = own ?? (await currentProfile(db));
	const bonds = await readBonds(db);
	return log && belongingTo(profile, bonds)('attempts', log.attempt) ? log : null;
}

/** The person's settings. */
export async function readPreferences(
	db: Database,
	own: string | null
): Promise<readonly PreferenceRecord[]> {
	const profile = own ?? (await currentProfile(db));
	if (profile === null) return [];
	const person = samePerson(profile, await readBonds(db));
	const found = db.preferences.where('profile').anyOf([...person]);
	return lastOfEach(await found.toArray());
}

/** What is assigned to the person, and what she handed in. */
export async function readAssigned(db: Database, own: string | null): Promise<Assigned> {
	const profile = own ?? (await currentProfile(db));
	if (profile === null) return nothingAssigned;
	const person = [...samePerson(profile, await readBonds(db))];
	const accepted = await db.assignments.where('profile').anyOf(person).toArray();
	const handIns = await db.handIns.where('profile').anyOf(person).toArray();
	return assignedIn(accepted, handIns);
}
