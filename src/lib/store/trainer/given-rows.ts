import { groupedBy } from '#lib/base/grouped';
import type { GivenAssignment } from '#lib/training/collected';
import { deleteAll, putAll } from './in-bulk';
import type { PinRow, TrainerDatabase } from './trainer-database';
import { within } from './within';

/** An assignment with its pins in its roster; null where there is none. In a transaction. */
export async function readGiven(db: TrainerDatabase, id: string): Promise<GivenAssignment | null> {
	const given = await db.assignments.get(id);
	return given ? withPins(given, await pinsOf(db, id)) : null;
}

/** All of them. In a transaction. */
export async function readAllGiven(db: TrainerDatabase): Promise<GivenAssignment[]> {
	const all = await db.assignments.toArray();
	const pinned = groupedBy(await db.pins.toArray(), ({ assignment }) => assignment);
	return all.map((given) => withPins(given, pinned.get(given.id) ?? []));
}

/** Puts an assignment, its pins apart. In a read-write transaction. */
export async function writeGiven(db: TrainerDatabase, given: GivenAssignment): Promise<void> {
	const { id: assignment } = given;
	const pins = new Map<string, PinRow>();
	const roster = given.roster.map((member) => {
		const { id, device, profile } = member;
		if (device !== null && profile !== null)
			pins.set(id, { assignment, member: id, device, profile });
		return { ...member, device: null, profile: null };
	});
	await db.assignments.put({ ...given, roster });
	const before = await pinsOf(db, assignment);
	const gone = before.filter(({ member }) => !pins.has(member));
	await deleteAll(db.pins, gone.map(keyOf));
	await putAll(db.pins, [...pins.values()]);
}

/** Takes assignments away, with their pins. In a read-write transaction. */
export async function deleteGiven(db: TrainerDatabase, ids: readonly string[]): Promise<void> {
	await deleteAll(db.assignments, ids);
	for (const id of ids) await deleteAll(db.pins, (await pinsOf(db, id)).map(keyOf));
}

const keyOf = ({ assignment, member }: PinRow): [string, string] => [assignment, member];

const pinsOf = (db: TrainerDatabase, assignment: string) =>
	db.pins
		.where('[assignment+member]')
		.between(...within(assignment))
		.toArray();

function withPins(given: GivenAssignment, rows: readonly PinRow[]): GivenAssignment {
	if (!rows.length) return given;
	const pins = new Map(rows.map((pin) => [pin.member, pin]));
	const roster = given.roster.map((member) => {
		const pin = pins.get(member.id);
		return pin ? { ...member, device: pin.device, profile: pin.profile } : member;
	});
	return { ...given, roster };
}
