import * as v from 'valibot';
import { packed, unpacked } from '#lib/base/packing';
import { plainJson } from '#lib/base/plain-json';
import { fileText, foundIn } from './carried';
import type { TrainerKeys } from './keys/key-pair';
import { isLongEnough, locked, unlocked } from './keys/passphrase';
import { readKeys, writtenKeys, writtenKeysSchema } from './keys/written-keys';
import { orProblem } from './or-problem';
import { InputError } from './problem';
import { id, line, time } from './text-schemas';
import { trainerRecordsSchema, writableRecords, type TrainerRecords } from './trainer-records';

/** Characters of a file, and bytes once inflated: 10,000 hand-ins of twelve lessons are less. Strings end soon after. */
const longestTrainerFile = 400_000_000;
const mostInflated = 400_000_000;

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
 * A trainer's side => the text of a file: a line that says what it is, then the encrypted gzip of its JSON. Rejects with an
 * InputError: 'passphrase-needed' where it is too short, 'too-large', or 'damaged' where it could not be read again.
 */
export async function writeTrainerFile(file: NewTrainerFile): Promise<string> {
	const { course, at, name, keys, records, passphrase } = file;
	if (!isLongEnough(passphrase)) throw new InputError('passphrase-needed');
	const content = {
		...{ course, at, name },
		keys: await Promise.all(keys.map(writtenKeys)),
		records: records && writableRecords(records)
	};
	if (!v.is(contentSchema, content)) throw new InputError('damaged');
	const json = JSON.stringify(content);
	if (json.length > mostInflated) throw new InputError('too-large');
	return fileText('trainer', await locked(await packed(json), passphrase), course);
}

/** The content of such a file => what stands in it. Rejects with an InputError that says why it cannot be taken. */
export async function readTrainerFile(
	text: string,
	{ course, passphrase }: { readonly course: string; readonly passphrase: string | null }
): Promise<TrainerFile> {
	const found = foundIn(text, 'trainer', longestTrainerFile);
	if (found.course !== null && found.course !== course) throw new InputError('other-course');
	if (!passphrase) throw new InputError('passphrase-needed');
	return orProblem('damaged', async () =>
		trainerFileIn(await unpacked(await unlocked(found.body, passphrase), mostInflated), course)
	);
}

/** What stands in the JSON of a file. Rejects what is none, with whatever says so. */
export async function trainerFileIn(json: string, course: string): Promise<TrainerFile> {
	const { keys, course: of, ...content } = v.parse(contentSchema, plainJson(json));
	if (of !== course) throw new InputError('other-course');
	return { ...content, keys: await Promise.all(keys.map(readKeys)) };
}
