import { Unreadable } from '#lib/base/unreadable';
import { InputError } from '#lib/training/problem';

/** Why a file cannot be restored. Nothing was changed. */
export type BackupProblem =
	/** It is no file of this kind. */
	| 'not-a-backup'
	/** Cut off, altered, or made to do harm. */
	| 'damaged'
	/** A later version of the app has written it. */
	| 'newer'
	| 'too-large'
	| 'other-course'
	| 'passphrase-needed'
	| 'wrong-passphrase';

export class BackupError extends Error {
	override readonly name = 'BackupError';
	constructor(
		readonly problem: BackupProblem,
		options?: ErrorOptions
	) {
		super(`The file cannot be restored: ${problem}.`, options);
	}
}

/** What `work` gives; whatever it throws that does not say why itself is this problem of the file. */
export async function orProblem<T>(problem: BackupProblem, work: () => Promise<T> | T): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof BackupError) throw error;
		throw new BackupError(saidBy(error) ?? problem, { cause: error });
	}
}

function saidBy(error: unknown): BackupProblem | null {
	if (error instanceof Unreadable) return error.problem;
	return error instanceof InputError && error.problem === 'wrong-passphrase' ? error.problem : null;
}
