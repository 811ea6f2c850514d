import * as v from 'valibot';
import { packed, unpacked } from '#lib/base/packing';
import { plainJson } from '#lib/base/plain-json';
import { fileText, foundIn } from './carried';
import type { TrainerKeys } from '../keys/key-pair';
import { isLongEnough, locked, unlocked } from '../keys/passphrase';
import { readKeys, writtenKeys, writtenKeysSchema } from '../keys/written-keys';
import { orProblem } from './or-problem';
import { InputError } from '../problem';
import { id, line, time } from './text-schemas';
import {
	trainerRecordsSchema,
	withBytes,
	withoutBytes,
	type TrainerRecords
} from '../trainer-records';

/** Characters of a file: 10,000 hand-ins of twelve lessons are less. Strings end soon after. */
const longestTrainerFile = 400_000_000;
/** Bytes of what is in it besides hand-ins, once inflated. */
const mostInflated = 200_000_000;

/** A trainer's keys, alone or with all that they gave and collected: for a backup, or for a successor. */
export interface TrainerFile {
	/** When it was made. */
	readonly at: number;
	/** Of the trainer; empty where none was given. */
	readonly name: string;
	/** Those that sign come first; the others open hand-ins. */
	readonly keys: readonly TrainerKeys[];
	/** Null in a backup of the keys alone. */
	readonly records: TrainerRecords | null;
}

export interface NewTrainerFile extends TrainerFile {
	/** Id of the course. */
	readonly course: string;
	/** At least `shortestPassphrase` characters. */
	readonly passphrase: string;
}

const contentSchema = v.object({
	course: id,
	at: time,
	name: line(1000),
	keys: v.pipe(v.array(writtenKeysSchema), v.minLength(1), v.maxLength(100)),
	records: v.nullable(trainerRecordsSchema)
});

/**
 * A trainer's side => the text of a file: a line that says what it is, then, encrypted, its JSON and behind it the hand-ins as
 * they are stored. Rejects with an InputError: 'passphrase-needed' where it is too short, 'too-large', or 'damaged' where it
 * could not be read again.
 */
export async function writeTrainerFile(file: NewTrainerFile): Promise<string> {
	if (!isLongEnough(file.passphrase)) throw new InputError('passphrase-needed');
	const bytes = await trainerFileBytes(file);
	if (bytes.length > longestTrainerFile * 0.7) throw new InputError('too-large');
	return fileText('trainer', await locked(bytes, file.passphrase), file.course);
}

/** What is encrypted: the length of the gzipped JSON in 4 bytes, that, and all hand-ins one behind the other. */
export async function trainerFileBytes(
	file: Omit<NewTrainerFile, 'passphrase'>
): Promise<Uint8Array> {
	const { course, at, name, records } = file;
	const content = {
		course,
		at,
		name,
		keys: await Promise.all(file.keys.map(writtenKeys)),
		records
	};
	if (!v.is(contentSchema, content)) throw new InputError('damaged');
	const apart = records && withoutBytes(records);
	const json = JSON.stringify({ ...content, records: apart && apart.json });
	return joined(json, apart?.bytes ?? []);
}

/** A JSON and bytes => one piece of bytes. */
export async function joined(json: string, bytes: readonly Uint8Array[]): Promise<Uint8Array> {
	const head = await packed(json);
	const size = bytes.reduce((sum, { length }) => sum + length, 4 + head.length);
	const whole = new Uint8Array(size);
	new DataView(whole.buffer).setUint32(0, head.length);
	whole.set(head, 4);
	let at = 4 + head.length;
	for (const piece of bytes) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

/** The content of such a file => what stands in it. Rejects with an InputError that says why it cannot be taken. */
export async function readTrainerFile(
	text: string,
	{ course, passphrase }: { readonly course: string; readonly passphrase: string | null }
): Promise<TrainerFile> {
	const found = foundIn(text, 'trainer', longestTrainerFile);
	if (found.course !== null && found.course !== course) throw new InputError('other-course');
	if (!passphrase) throw new InputError('passphrase-needed');
	return trainerFileIn(await unlocked(found.body, passphrase), course);
}

/** What was encrypted => what stands in it. Rejects with an InputError. */
export const trainerFileIn = (bytes: Uint8Array, course: string): Promise<TrainerFile> =>
	orProblem('damaged', async () => {
		const end = 4 + new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0);
		const json = v.parse(
			v.looseObject({ records: v.unknown() }),
			plainJson(await unpacked(bytes.subarray(4, end), mostInflated))
		);
		const records = json.records === null ? null : withBytes(json.records, bytes.subarray(end));
		const { keys, course: of, ...content } = v.parse(contentSchema, { ...json, records });
		if (of !== course) throw new InputError('other-course');
		return { ...content, keys: await Promise.all(keys.map(readKeys)) };
	});
