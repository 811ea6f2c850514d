import { base64url } from 'jose';
import * as v from 'valibot';
import { unpacked } from '#lib/base/packing';
import { plainJson } from '#lib/base/plain-json';
import type { Records } from '#lib/progress/record';
import { unlocked } from '#lib/training/keys/passphrase';
import { migrations } from '../migrations/migrations';
import { BackupError, orProblem } from './backup-error';
import { readRows } from './read-rows';
import { backupFormat, backupVersion } from './write-backup';

/** The largest file that is read, in bytes. */
export const largestFile = 48 * 1024 * 1024;
/** The most that a file may hold once inflated, in bytes: a learner's years are a tenth of it. */
const mostInflated = 64 * 1024 * 1024;

export interface Backup {
	/** When it was made, in milliseconds since 1970; null where the file does not say. */
	readonly at: number | null;
	/** At the newest form of their rows. */
	readonly records: Records;
}

export interface Reading {
	/** Id of the course that it must be of. */
	readonly course: string;
	/** Null before one was asked for. */
	readonly passphrase: string | null;
	/** The most that it may hold once inflated, in bytes. */
	readonly most?: number;
}

const firstLine = /^durus-backup (\d{1,9}) ([\w.-]{1,200}) (plain|locked)$/;
const downloadFormat = 'durus-records';

const envelope = v.object({
	format: v.picklist([backupFormat, downloadFormat]),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	course: v.string(),
	at: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))),
	/** Version of the database; none in the plain download, whose rows any of them can have written. */
	database: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	records: v.unknown()
});

/**
 * The text of a file => what can be restored from it. Rejects with a BackupError that says why it cannot be; nothing is
 * written here, whatever stands in the file.
 */
export async function readBackup(file: string, reading: Reading): Promise<Backup> {
	if (file.length > largestFile) throw new BackupError('too-large');
	const text = file.replace(/^\uFEFF/, '').trim();
	// What a page offers for download where nothing can be saved is plain JSON.
	if (text.startsWith('{')) return orProblem('damaged', () => read(text, reading.course));
	const [line = '', ...body] = text.split(/\r?\n/);
	const [, version, course, kind] = firstLine.exec(line.trim()) ?? [];
	if (version === undefined) throw new BackupError('not-a-backup');
	if (Number(version) > backupVersion) throw new BackupError('newer');
	if (course !== reading.course) throw new BackupError('other-course');
	const bytes = await bytesOf(body.join('').replace(/\s+/g, ''), kind === 'locked', reading);
	const most = reading.most ?? mostInflated;
	return orProblem('damaged', async () => read(await unpacked(bytes, most), reading.course));
}

async function bytesOf(
	body: string,
	isLocked: boolean,
	{ passphrase }: Reading
): Promise<Uint8Array> {
	if (!isLocked) return orProblem('damaged', () => base64url.decode(body));
	if (passphrase === null) throw new BackupError('passphrase-needed');
	return orProblem('damaged', () => unlocked(body, passphrase));
}

function read(text: string, course: string): Backup {
	const found = v.safeParse(envelope, plainJson(text));
	if (!found.success) throw new BackupError('not-a-backup');
	const { format, version, course: of, at = null, database = 0, records } = found.output;
	if (version > (format === backupFormat ? backupVersion : 1)) throw new BackupError('newer');
	if (database > migrations.at(-1)!.version) throw new BackupError('newer');
	if (of !== course) throw new BackupError('other-course');
	return { at, records: readRows(records, database) };
}
