import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import { unlisted } from '#lib/training/roster/matching';
import type { Member } from '#lib/training/roster';
import { erasedByTrainer } from './erased';
import { deleteAll, putAll } from './in-bulk';
import { readGiven, writeGiven } from './given-rows';
import { newlyPinned, settled } from './pinning';
import type { HandInRow, PinRow, TrainerDatabase } from './trainer-database';
import type { Collected } from './trainer-store';

type Change = (now: GivenAssignment | null) => GivenAssignment | null;

/** Puts what `change` makes of an assignment, unless it was erased; gives what is there. In a read-write transaction. */
export async function changeGiven(
	db: TrainerDatabase,
	id: string,
	change: Change,
	at: number,
	moved?: { readonly from: string; readonly to: string }
): Promise<GivenAssignment | null> {
	const before = await readGiven(db, id);
	const changed = change(before);
	if (!changed) return before;
	const erased = erasedByTrainer(await db.tombstones.toArray());
	if (erased.assignment(id)) return null;
	const next = erased.withoutMembers({ ...changed, edition: (before?.edition ?? 0) + 1, at });
	await writeGiven(db, next);
	if (moved) await move(db, id, moved);
	await settle(db, id, newlyPinned(before?.roster ?? [], next.roster));
	return next;
}

/** Gives the hand-ins of one learner to another one. In a read-write transaction. */
async function move(
	db: TrainerDatabase,
	assignment: string,
	{ from, to: learner }: { readonly from: string; readonly to: string }
): Promise<void> {
	const own = db.handIns.where('[assignment+learner]').equals([assignment, from]);
	const rows = await own.toArray();
	await putSettled(
		db,
		rows.map((row) => [row, { ...row, learner }])
	);
}

/** Makes the hand-ins of devices that are pinned now their members'. In a read-write transaction. */
async function settle(
	db: TrainerDatabase,
	assignment: string,
	pinned: readonly Pick<Member, 'id' | 'device' | 'profile'>[]
): Promise<void> {
	for (const member of pinned) {
		const rows = await db.handIns
			.where('[assignment+signerId]')
			.equals([assignment, member.device!])
			.toArray();
		await putSettled(
			db,
			rows.map((row) => [row, settled(row, [member])])
		);
	}
}

/** Puts rows that changed, and takes away the results that no longer fit. In a read-write transaction. */
export async function putSettled(
	db: TrainerDatabase,
	rows: readonly (readonly [before: HandInRow, after: HandInRow])[]
): Promise<void> {
	const changed = rows.filter(([before, after]) => before !== after);
	await putAll(
		db.handIns,
		changed.map(([, after]) => after)
	);
	await deleteAll(
		db.results,
		changed.flat().map(({ assignment, learner }): [string, string] => [assignment, learner])
	);
}

/** Adds hand-ins that are not there and were not erased, with what follows from them. In a read-write transaction. */
export async function addHandIns(db: TrainerDatabase, rows: readonly Collected[]): Promise<void> {
	const erased = erasedByTrainer(await db.tombstones.toArray());
	const there = await db.handIns.bulkGet(rows.map(({ handIn }) => handIn.id));
	const added = rows.filter(({ handIn }, index) => !there[index] && !erased.handIn(handIn));
	const { fresh, doubtful } = await pinsFor(db, added);
	const standing = ({ handIn }: Collected) =>
		doubtful.has(handIn.id) ? ({ ...handIn, standing: 'unconfirmed' } as const) : handIn;
	await putAll(
		db.handIns,
		added.map((row) => rowOf(standing(row)))
	);
	await putAll(
		db.packs,
		added.map(({ handIn: { id, packed } }) => ({ id, packed }))
	);
	await putAll(db.pins, fresh);
	for (const { assignment, member: id, device, profile } of fresh)
		await settle(db, assignment, [{ id, device, profile }]);
	// What comes with the others knows of those that a pin has settled.
	await putCounted(
		db,
		added.filter(({ handIn }) => !doubtful.has(handIn.id)).map(({ result }) => result)
	);
}

/** Pins that are new, and hand-ins of devices that are not the pinned ones after all. */
async function pinsFor(
	db: TrainerDatabase,
	added: readonly Collected[]
): Promise<{ fresh: PinRow[]; doubtful: ReadonlySet<string> }> {
	const confirmed = added.filter(({ handIn }) => handIn.standing === 'confirmed');
	const keys = confirmed.map(({ handIn: { assignment, learner } }): [string, string] => [
		assignment,
		learner
	]);
	const stored = await db.pins.bulkGet(keys);
	const pins = new Map(stored.flatMap((pin) => (pin ? [[pinKey(pin), pin] as const] : [])));
	const fresh: PinRow[] = [];
	const doubtful = new Set<string>();
	for (const { handIn, pins: isFirst } of confirmed) {
		const { id, assignment, learner: member, signerId: device, profile } = handIn;
		const wanted = { assignment, member, device, profile };
		const pin = pins.get(pinKey(wanted));
		if (!pin && isFirst) {
			pins.set(pinKey(wanted), wanted);
			fresh.push(wanted);
		} else if (pin?.device !== device || pin.profile !== profile) doubtful.add(id);
	}
	return { fresh, doubtful };
}

const pinKey = ({ assignment, member }: Pick<PinRow, 'assignment' | 'member'>) =>
	JSON.stringify([assignment, member]);

const rowOf = ({ packed: _, ...row }: CollectedHandIn): HandInRow => row;

/** How many of a learner's hand-ins a result is folded from: unconfirmed ones only where none is confirmed. */
export function countedOf(rows: readonly Pick<HandInRow, 'standing'>[]): number {
	const confirmed = rows.filter(({ standing }) => standing === 'confirmed').length;
	return confirmed || rows.length;
}

/**
 * Puts the results that know of every hand-in of their learner; of several the last. One that does not takes away what is
 * there: another tab has made the newer one impossible to know here. In a read-write transaction.
 */
export async function putCounted(
	db: TrainerDatabase,
	results: readonly LearnerResult[]
): Promise<void> {
	const last = new Map(results.map((result) => [`${result.assignment} ${result.learner}`, result]));
	const kept: LearnerResult[] = [];
	for (const result of last.values()) {
		const { assignment, learner, handIns } = result;
		const own = db.handIns.where('[assignment+learner]').equals([assignment, learner]);
		const count = countedOf(await own.toArray());
		if (count === handIns) kept.push(result);
		else if ((await db.results.get([assignment, learner]))?.handIns !== count)
			await db.results.delete([assignment, learner]);
	}
	await putAll(db.results, kept);
}

/** Whole hand-ins, from their rows. In a transaction. */
export async function withPacks(
	db: TrainerDatabase,
	rows: readonly HandInRow[]
): Promise<CollectedHandIn[]> {
	const packs = await db.packs.bulkGet(rows.map(({ id }) => id));
	return rows.flatMap((row, index) => {
		const packed = packs[index]?.packed;
		return packed ? [{ ...row, packed }] : [];
	});
}

/** Every name under which the learner of a row may be erased. */
export const namesOf = (row: HandInRow): readonly string[] => [row.learner, unlisted(row)];
