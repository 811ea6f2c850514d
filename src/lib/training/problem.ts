/** What is wrong with a link or a file from outside. Nothing was changed. */
export type InputProblem =
	/** It is nothing of ours. */
	| 'not-ours'
	/** A part of it is missing. */
	| 'cut'
	/** The signature does not fit: it was altered on the way. */
	| 'changed'
	| 'unsigned'
	| 'expired'
	/** A later version of the app has written it. */
	| 'newer'
	| 'too-large'
	| 'other-course'
	/** Signed and whole, and yet not of the form that it should have. */
	| 'damaged'
	/** Encrypted to keys that are not here. */
	| 'wrong-key'
	/** Of an assignment that is not on this device. */
	| 'unknown-assignment'
	/** A file with a passphrase; it was not given, or is not the right one. */
	| 'passphrase-needed'
	| 'wrong-passphrase';

export class InputError extends Error {
	override readonly name = 'InputError';
	constructor(
		readonly problem: InputProblem,
		options?: ErrorOptions
	) {
		super(`The input cannot be used: ${problem}.`, options);
	}
}
