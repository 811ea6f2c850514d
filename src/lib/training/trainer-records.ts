import * as v from 'valibot';
import { keptAssignment } from './assignment-schema';
import type { CollectedHandIn, GivenAssignment } from './collected';
import { InputError } from './problem';
import type { Member } from './roster';
import { digest, id, line, time, token, whole } from './wire/text-schemas';

/** What a trainer erased for good; merging brings none of it back. */
export interface TrainerTombstone {
	/** UUIDv7. */
	readonly id: string;
	readonly at: number;
	/** A whole assignment with its roster and hand-ins, or one learner in it or (null) in all. */
	readonly erased:
		| { readonly what: 'assignment'; readonly assignment: string }
		| {
				readonly what: 'learner';
				readonly assignment: string | null;
				readonly learner: string;
				/** All that they were listed as, and digests of what was there: known again wherever another device has it. */
				readonly names: readonly string[];
				readonly handIns: readonly string[];
		  };
}

/** All of a trainer's side, for a file: what is folded is left out. */
export interface TrainerRecords {
	readonly assignments: readonly GivenAssignment[];
	readonly handIns: readonly CollectedHandIn[];
	readonly tombstones: readonly TrainerTombstone[];
}

const rows = <T extends v.GenericSchema>(row: T, most: number) =>
	v.pipe(v.array(row), v.maxLength(most));
/** A member's id, or of somebody who is on no roster a thumbprint and a profile. */
const learner = v.pipe(v.string(), v.regex(/^[\w.:-]{1,300}$/));
/** Wider than what forms take: what was stored once must come back. */
const words = line(1000);

const member = v.object({
	id,
	number: words,
	name: words,
	department: words,
	jobTitle: words,
	token,
	left: v.nullable(time),
	device: v.nullable(digest),
	profile: v.nullable(learner),
	joined: v.exactOptional(rows(id, 1000))
}) satisfies v.GenericSchema<unknown, Member>;

const given = v.object({
	id,
	revisions: v.pipe(v.array(keptAssignment), v.minLength(1), v.maxLength(1000)),
	sent: v.nullable(time),
	roster: rows(member, 50_000),
	edition: whole(0, 2 ** 48),
	at: time
}) as unknown as v.GenericSchema<unknown, GivenAssignment>;

const collected = v.object({
	id: digest,
	assignment: id,
	learner,
	signerId: digest,
	profile: learner,
	name: words,
	number: words,
	standing: v.picklist(['confirmed', 'unconfirmed']),
	at: time,
	received: time,
	packed: v.instance(Uint8Array)
}) satisfies v.GenericSchema<unknown, CollectedHandIn>;

const tombstone = v.object({
	id,
	at: time,
	erased: v.variant('what', [
		v.object({ what: v.literal('assignment'), assignment: id }),
		v.object({
			what: v.literal('learner'),
			assignment: v.nullable(id),
			learner,
			names: rows(learner, 10_000),
			handIns: rows(digest, 100_000)
		})
	])
}) satisfies v.GenericSchema<unknown, TrainerTombstone>;

/** The records of a file. What is packed in them is looked at when it is unpacked. */
export const trainerRecordsSchema = v.object({
	assignments: rows(given, 10_000),
	handIns: rows(collected, 1_000_000),
	tombstones: rows(tombstone, 100_000)
}) satisfies v.GenericSchema<unknown, TrainerRecords>;

/** Records => what of them JSON can hold, with the sizes of what it cannot, and that. */
export const withoutBytes = ({ handIns, ...records }: TrainerRecords) => ({
	json: {
		...records,
		handIns: handIns.map(({ packed, ...handIn }) => ({ ...handIn, packed: packed.length }))
	},
	bytes: handIns.map(({ packed }) => packed)
});

const sized = v.looseObject({
	handIns: v.array(v.looseObject({ packed: whole(0, 2 ** 31) }))
});

/** The other way, for a schema to look at. Throws an InputError ('damaged') where the sizes do not fit the bytes. */
export function withBytes(json: unknown, bytes: Uint8Array): unknown {
	const found = v.safeParse(sized, json);
	if (!found.success) throw new InputError('damaged');
	let end = 0;
	const handIns = found.output.handIns.map((handIn) => {
		end += handIn.packed;
		// A copy: a view would carry the whole file with it wherever it is stored.
		return { ...handIn, packed: bytes.slice(end - handIn.packed, end) };
	});
	if (end !== bytes.length) throw new InputError('damaged');
	return { ...found.output, handIns };
}
