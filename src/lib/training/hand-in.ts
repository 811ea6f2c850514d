import type { Records } from '#lib/progress/record';
import type { PublicKey } from './assignment';

/** Everything of some attempts, in the form in which the student's store has it. */
export type HandedRecords = Pick<
	Records,
	'attempts' | 'drafts' | 'responses' | 'submissions' | 'events'
>;

/** What a student hands in. */
export interface HandIn {
	/** Id of the course. */
	readonly course: string;
	/** Id of the assignment, and the revision that the student had. */
	readonly assignment: string;
	readonly revision: number;
	/** When it was made, by the student's clock. */
	readonly at: number;
	/** Versions of the app and of the course. */
	readonly app: string;
	readonly content: string;
	readonly learner: {
		readonly name: string;
		/** Staff number, as in the personal link or as typed; empty for none. */
		readonly number: string;
		/** From a personal link; null without one. */
		readonly token: string | null;
		/** The learner profile: two who share a device share its key. */
		readonly profile: string;
	};
	/**
	 * The attempts started for the assignment, complete or in progress, and those that the student added: what was not
	 * started for it does not name it in its `assignments`.
	 */
	readonly records: HandedRecords;
}

/** A hand-in that was opened and whose signature fits its own device's key. */
export interface OpenedHandIn {
	readonly handIn: HandIn;
	/** SHA-256 of the file's content, base64url: what a receipt names it by, and what makes a duplicate one. */
	readonly digest: string;
	/** The key of the device that signed it. */
	readonly signer: PublicKey;
	/** RFC 7638 thumbprint of that key, base64url. */
	readonly signerId: string;
}

/** A trainer's word that hand-ins arrived. */
export interface Receipt {
	readonly course: string;
	readonly assignment: string;
	/** When it was made. */
	readonly at: number;
	/** The first 8 bytes of the digests, base64url, 11 characters each: no name, so that one receipt goes to a whole group. */
	readonly received: readonly string[];
}
