import type { Table } from 'dexie';
import type { ProfileRecord, Records, TombstoneRecord } from '#lib/progress/record';
import { erasedBy, profileAfter, tombstonesFor, withoutErased } from '../erasing';
import {
	byIdentity,
	chosen,
	highestSequence,
	keyOf,
	lastProfile,
	tables,
	type RowOf
} from '../identity';
import type { StoreContext } from '../store';
import type { Database } from './database';
import { readBonds } from './reading-of-learners';
import { thisDevice } from './writing';

/** Adds what is not there and was not erased, and erases by tombstones that are new. In a read-write transaction. */
export async function mergeRecords(
	db: Database,
	context: StoreContext,
	records: Records
): Promise<void> {
	const device = await thisDevice(db, context);
	const known = await db.tombstones.toArray();
	const left = withoutErased(records, known);
	for (const table of tables) if (left[table].length) await mergeTable(db, table, left[table]);
	const tombstones = await db.tombstones.toArray();
	if (tombstones.length > known.length) await removeErased(db, tombstones);
	const profiles = await db.profiles.toArray();
	const current = profileAfter(device.profile, { profiles }, tombstones);
	await db.devices.put({
		...device,
		// A Lamport clock moves past what it meets.
		highest: Math.max(device.highest, highestSequence(records)),
		profile: current ?? lastProfile(left)?.id ?? null
	});
}

async function mergeTable<T extends keyof Records>(
	db: Database,
	name: T,
	rows: readonly RowOf<T>[]
): Promise<void> {
	const table: Table<RowOf<T>> = db.table(name);
	const offered = [...byIdentity(name, rows).values()];
	const stored = await table.bulkGet(offered.map((row) => keyOf(name, row)));
	const staying = offered.map((row, index) => {
		const there = stored[index];
		return there === undefined ? row : chosen(name, there, row);
	});
	await table.bulkPut(staying.filter((row, index) => row !== stored[index]));
}

async function removeErased(db: Database, tombstones: readonly TombstoneRecord[]): Promise<void> {
	const erased = erasedBy(tombstones);
	for (const name of tables) {
		if (name === 'questions' || name === 'tombstones') continue;
		const rows = (await db.table(name).toArray()) as RowOf<typeof name>[];
		await db
			.table(name)
			.bulkDelete(rows.filter((row) => erased(name, row)).map((row) => keyOf(name, row)));
	}
}

/** One more profile. In a read-write transaction. */
export async function addProfile(
	db: Database,
	context: StoreContext,
	name: string
): Promise<ProfileRecord> {
	const device = await thisDevice(db, context);
	const sequence = device.highest + 1;
	const profile = { id: context.newId(), name, sequence, device: device.id, at: context.now() };
	await db.profiles.add(profile);
	await db.devices.put({ ...device, highest: sequence });
	return profile;
}

/** Makes a profile the device's; says whether there is such a one. In a read-write transaction. */
export async function switchDevice(
	db: Database,
	context: StoreContext,
	id: string
): Promise<boolean> {
	const device = await thisDevice(db, context);
	const profile = await db.profiles.get(id);
	if (profile) await db.devices.put({ ...device, profile: id });
	return profile !== undefined;
}

/** Erases the person with this profile. In a read-write transaction. */
export async function erasePerson(
	db: Database,
	context: StoreContext,
	id: string,
	own: string | null
): Promise<void> {
	const device = await thisDevice(db, context);
	const { bonds, tombstones: known } = await readBonds(db);
	const tombstones = tombstonesFor(
		id,
		{ attempts: await db.attempts.toArray(), events: bonds, tombstones: known },
		{
			profile: own ?? device.profile ?? id,
			device: device.id,
			at: context.now(),
			sequence: device.highest + 1
		},
		context.newId
	);
	await db.tombstones.bulkAdd(tombstones);
	await removeErased(db, tombstones);
	const profiles = await db.profiles.toArray();
	await db.devices.put({
		...device,
		highest: highestSequence({ tombstones }),
		profile: profileAfter(device.profile, { profiles }, tombstones)
	});
}
