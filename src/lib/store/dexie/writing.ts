import type { ProfileRecord, Records, Stamp } from '#lib/progress/record';
import { erasedBy } from '../erasing';
import type { RowOf } from '../identity';
import type { StoreContext } from '../store';
import type { Database, Device } from './database';
import { highestOf } from './reading';

/** Whom a store reads and writes for, whatever another tab makes the device's current profile. */
export interface Owner {
	/** Null before there is a profile. */
	own: string | null;
	/** The profile of a write that may not be complete yet. */
	met: string | null;
}

/** The row of this device, made if there is none. In a read-write transaction. */
export async function thisDevice(db: Database, { newId }: StoreContext): Promise<Device> {
	const known = await db.devices.toCollection().first();
	if (known) return known;
	const device = { id: newId(), highest: 0, profile: null };
	await db.devices.add(device);
	return device;
}

/**
 * The current profile, of the store (`own`) or else of the device, made without a name if there is none. In a read-write
 * transaction.
 */
export async function theProfile(
	db: Database,
	context: StoreContext,
	own: string | null
): Promise<ProfileRecord> {
	const device = await thisDevice(db, context);
	const wanted = own ?? device.profile;
	const known = wanted === null ? undefined : await db.profiles.get(wanted);
	if (known) return known;
	const id = wanted ?? context.newId();
	const sequence = device.highest + 1;
	const profile = { id, name: '', sequence, device: device.id, at: context.now() };
	// It was erased, and who has it open has not heard of it: nothing is kept for it.
	if (erasedBy(await db.tombstones.toArray())('profiles', profile)) return profile;
	await db.profiles.add(profile);
	await db.devices.put({ ...device, highest: sequence, profile: device.profile ?? id });
	return profile;
}

/** The stamp of the next record, and the clock moved on. In the read-write transaction that writes the record. */
export async function stampFor(
	db: Database,
	context: StoreContext,
	owner: Owner,
	attempt: string | null
): Promise<Omit<Stamp, 'id'>> {
	const { id: profile } = await theProfile(db, context, owner.own);
	owner.met = profile;
	const device = await thisDevice(db, context);
	const seen = attempt === null ? 0 : await highestOf(db, attempt);
	const sequence = Math.max(device.highest, seen) + 1;
	await db.devices.put({ ...device, highest: sequence });
	const { app, content, now } = context;
	return { profile, device: device.id, sequence, seen, app, content, at: now() };
}

/** Puts a row; what is written for somebody who was erased meanwhile is not kept. In a read-write transaction. */
export async function putUnlessErased<T extends keyof Records>(
	db: Database,
	table: T,
	row: RowOf<T>
): Promise<RowOf<T>> {
	const erased = erasedBy(await db.tombstones.toArray());
	if (!erased(table, row)) await db.table(table).put(row);
	return row;
}
