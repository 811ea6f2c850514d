import { erasedByTrainer, type Erased } from './erased';
import type { CollectedHandIn } from '#lib/training/collected';
import { unlisted } from '#lib/training/roster/matching';
import { namesOf, putSettled } from './collecting-rows';
import { deleteGiven, readAllGiven, readGiven, writeGiven } from './given-rows';
import { deleteAll, putAll } from './in-bulk';
import { joinedCopies, joinedRows, settled } from './pinning';
import type { HandInRow, TrainerDatabase } from './trainer-database';
import type { TrainerRecords, TrainerTombstone } from './trainer-store';
import { within } from './within';

/** Writes the tombstones and takes away what they erase. In a read-write transaction. */
export async function eraseWith(
	db: TrainerDatabase,
	tombstones: readonly TrainerTombstone[]
): Promise<void> {
	for (const tombstone of tombstones) await db.tombstones.put(await withKnown(db, tombstone));
	await removeErased(db, erasedByTrainer(await db.tombstones.toArray()));
}

/** With all that its learner is listed as, and the hand-ins that are there, by whatever clock they were made. */
async function withKnown(
	db: TrainerDatabase,
	tombstone: TrainerTombstone
): Promise<TrainerTombstone> {
	const { erased } = tombstone;
	if (erased.what === 'assignment') return tombstone;
	const all = erased.assignment
		? db.handIns.where('[assignment+learner]').between(...within(erased.assignment))
		: db.handIns.toCollection();
	const rows = await all.filter((row) => namesOf(row).includes(erased.learner)).toArray();
	const pins = await db.pins.filter(({ member }) => member === erased.learner).toArray();
	const pinned = pins.map(({ device, profile }) => unlisted({ signerId: device, profile }));
	const names = new Set([erased.learner, ...pinned, ...rows.flatMap(namesOf)]);
	return {
		...tombstone,
		erased: { ...erased, names: [...names], handIns: rows.map(({ id }) => id) }
	};
}

async function removeErased(db: TrainerDatabase, erased: Erased): Promise<void> {
	const assignments = await readAllGiven(db);
	const gone = assignments.filter(({ id }) => erased.assignment(id));
	await deleteGiven(
		db,
		gone.map(({ id }) => id)
	);
	for (const given of assignments) {
		const left = erased.withoutMembers(given);
		if (left !== given && !erased.assignment(given.id)) await writeGiven(db, left);
	}
	const rows = await db.handIns.filter((row) => erased.handIn(row)).toArray();
	await deleteAll(
		db.handIns,
		rows.map(({ id }) => id)
	);
	await deleteAll(
		db.packs,
		rows.map(({ id }) => id)
	);
	await deleteAll(
		db.results,
		rows.map(({ assignment, learner }): [string, string] => [assignment, learner])
	);
}

/** Adds what is not there and was not erased, and erases by tombstones that are new. In a read-write transaction. */
export async function mergeTrainer(db: TrainerDatabase, records: TrainerRecords): Promise<void> {
	const known = new Set(await db.tombstones.toCollection().primaryKeys());
	const met = records.tombstones.filter(({ id }) => !known.has(id));
	await putAll(db.tombstones, met);
	const erased = erasedByTrainer(await db.tombstones.toArray());
	if (met.length) await removeErased(db, erased);
	await mergeAssignments(db, records, erased);
	await mergeHandIns(db, records, erased);
	const touched = [...records.assignments, ...records.handIns];
	const ids = new Set(touched.map((row) => ('assignment' in row ? row.assignment : row.id)));
	for (const id of ids) await settleAll(db, id);
}

async function mergeAssignments(
	db: TrainerDatabase,
	{ assignments }: TrainerRecords,
	erased: Erased
): Promise<void> {
	for (const given of assignments) {
		if (erased.assignment(given.id)) continue;
		const offered = erased.withoutMembers(given);
		const stored = await readGiven(db, given.id);
		await writeGiven(db, stored ? joinedCopies(stored, offered) : offered);
	}
}

async function mergeHandIns(
	db: TrainerDatabase,
	{ handIns }: TrainerRecords,
	erased: Erased
): Promise<void> {
	const members = await membersIn(db);
	const left = handIns.filter((row) => !erased.handIn(row));
	const offered = [...onceEach(left, members)];
	const stored = await db.handIns.bulkGet(offered.map(({ id }) => id));
	const rows = offered.map(({ packed: _, ...row }, index): readonly [HandInRow, HandInRow] => {
		const there = stored[index];
		return there ? [there, changedOnly(there, joinedRows(there, row, members))] : [{ ...row }, row];
	});
	await putSettled(db, rows);
	const fresh = offered.filter((_, index) => !stored[index]);
	await putAll(
		db.packs,
		fresh.map(({ id, packed }) => ({ id, packed }))
	);
}

/** Ids of all that are on any roster. */
const membersIn = async (db: TrainerDatabase): Promise<ReadonlySet<string>> =>
	new Set((await db.assignments.toArray()).flatMap(({ roster }) => roster.map(({ id }) => id)));

/** A file of ours has each once. */
function onceEach(
	handIns: readonly CollectedHandIn[],
	members: ReadonlySet<string>
): Iterable<CollectedHandIn> {
	const unique = new Map<string, CollectedHandIn>();
	for (const row of handIns) {
		const other = unique.get(row.id);
		unique.set(row.id, other ? { ...joinedRows(other, row, members), packed: other.packed } : row);
	}
	return unique.values();
}

/** The stored row itself where nothing is new in the other. */
const changedOnly = (stored: HandInRow, joined: HandInRow): HandInRow =>
	JSON.stringify(stored) === JSON.stringify(joined) ? stored : joined;

/** What one device pinned says whose the hand-ins are that another one collected. */
async function settleAll(db: TrainerDatabase, assignment: string): Promise<void> {
	const given = await readGiven(db, assignment);
	const pinned = given?.roster.filter(({ device }) => device !== null) ?? [];
	if (!pinned.length) return;
	const rows = await db.handIns
		.where('[assignment+learner]')
		.between(...within(assignment))
		.toArray();
	await putSettled(
		db,
		rows.map((row) => [row, settled(row, pinned)])
	);
}
