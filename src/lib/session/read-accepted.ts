import type { AcceptedRecord } from '#lib/progress/record';
import type { ReceivedAssignment } from '#lib/training/assignment';
import { readAssignment } from '#lib/training/wire/link';

/** An assignment that was accepted, read. */
export interface AcceptedAssignment extends ReceivedAssignment {
	readonly record: AcceptedRecord;
}

/** Each signed text is read once a page. */
const known = new Map<string, Promise<ReceivedAssignment | null>>();

function readOnce(signed: string, course: string): Promise<ReceivedAssignment | null> {
	const read =
		known.get(signed) ??
		// A link expires; what was accepted from it does not.
		readAssignment(signed, { course, now: 0 }).catch(() => null);
	known.set(signed, read);
	return read;
}

/**
 * What was accepted and not taken off the list, read; in its order. What cannot be read (a backup from elsewhere may
 * hold anything) is left out, and stays in the store.
 */
export async function readAccepted(
	accepted: readonly AcceptedRecord[],
	course: string
): Promise<readonly AcceptedAssignment[]> {
	const listed = accepted.filter(({ removed }) => !removed);
	const read = await Promise.all(
		listed.map(async (record) => {
			const received = await readOnce(record.signed, course);
			const fits = received?.assignment.id === record.id;
			if (!fits) return [];
			const addressee = received!.addressee ?? record.addressee ?? null;
			return [{ ...received!, addressee, record }];
		})
	);
	return read.flat();
}
