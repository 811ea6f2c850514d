import { base64url } from 'jose';
import { packed } from '#lib/base/packing';
import type { Records } from '#lib/progress/record';
import { locked } from '#lib/training/keys/passphrase';
import { migrations } from '../migrations/migrations';

export const backupFormat = 'durus-backup';
/** Of the file. The rows in it say the version of the database themselves. */
export const backupVersion = 1;

export interface NewBackup {
	/** Id of the course. */
	readonly course: string;
	/** When it is made, in milliseconds since 1970. */
	readonly at: number;
	readonly records: Records;
	/** Null for a file that anybody can read. */
	readonly passphrase: string | null;
}

/**
 * Records => the text of a file: a line that says what it is, then the gzipped JSON, in base64 or, with a passphrase,
 * encrypted. Text passes through mail and chats that spoil other files.
 */
export async function writeBackup({ course, at, records, passphrase }: NewBackup): Promise<string> {
	const database = migrations.at(-1)!.version;
	const content = { format: backupFormat, version: backupVersion, course, at, database, records };
	const bytes = await packed(JSON.stringify(content));
	const body = passphrase === null ? base64url.encode(bytes) : await locked(bytes, passphrase);
	const kind = passphrase === null ? 'plain' : 'locked';
	return `${backupFormat} ${backupVersion} ${course} ${kind}\n${body}\n`;
}
