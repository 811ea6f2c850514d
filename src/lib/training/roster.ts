/** Somebody who is expected to hand in. */
export interface Member {
	/** UUIDv7. */
	readonly id: string;
	/** Staff number; empty for none. One number is one person in a roster. */
	readonly number: string;
	readonly name: string;
	readonly department: string;
	readonly jobTitle: string;
	/** Of the personal link. */
	readonly token: string;
	/** When it was recorded that they left; leavers drop out of percentages. Null while they are there. */
	readonly left: number | null;
	/**
	 * Thumbprint of the device key that is taken for theirs: that of the first hand-in with the right token, or one that
	 * the trainer confirmed. Null before it.
	 */
	readonly device: string | null;
	/** The learner profile on that device. */
	readonly profile: string | null;
}
