import type { Table } from 'dexie';
import type { ProfileRecord, Records, Stamp } from '#lib/progress/record';
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
import type { Database, Device } from './database';
import { highestOf } from './reading';

/** The row of this device, made if there is none. In a read-write transaction. */
async function thisDevice(db: Database, { newId }: StoreContext): Promise<Device> {
	const known = await db.devices.toCollection().first();
	if (known) return known;
	const device = { id: newId(), highest: 0, profile: null };
	await db.devices.add(device);
	return device;
}

/** The current profile, made without a name if there is none. In a read-write transaction. */
export async function theProfile(db: Database, context: StoreContext): Promise<ProfileRecord> {
	const device = await thisDevice(db, context);
	const known = device.profile === null ? undefined : await db.profiles.get(device.profile);
	if (known) return known;
	const id = device.profile ?? context.newId();
	const sequence = device.highest + 1;
	const profile = { id, name: '', sequence, device: device.id, at: context.now() };
	await db.profiles.add(profile);
	await db.devices.put({ ...device, highest: sequence, profile: id });
	return profile;
}

/** The stamp of the next record, and the clock moved on. In the read-write transaction that writes the record. */
export async function stampFor(
	db: Database,
	context: StoreContext,
	attempt: string | null
): Promise<Omit<Stamp, 'id'>> {
	const { id: profile } = await theProfile(db, context);
	const device = await thisDevice(db, context);
	const seen = attempt === null ? 0 : await highestOf(db, attempt);
	const sequence = Math.max(device.highest, seen) + 1;
	await db.devices.put({ ...device, highest: sequence });
	const { app, content, now } = context;
	return { profile, device: device.id, sequence, seen, app, content, at: now() };
}

/** Adds what is not there. In a read-write transaction. */
export async function mergeRecords(
	db: Database,
	context: StoreContext,
	records: Records
): Promise<void> {
	for (const table of tables) await mergeTable(db, table, records[table]);
	const device = await thisDevice(db, context);
	await db.devices.put({
		...device,
		// A Lamport clock moves past what it meets.
		highest: Math.max(device.highest, highestSequence(records)),
		profile: device.profile ?? lastProfile(records)?.id ?? null
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
	const wins = (row: RowOf<T>, index: number) => {
		const there = stored[index];
		return there === undefined || chosen(name, there, row) !== there;
	};
	await table.bulkPut(offered.filter(wins));
}
