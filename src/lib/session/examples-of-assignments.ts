import {
	exampleAttempt,
	exampleQuestions,
	exampleResponse,
	exampleSubmission
} from '#lib/store/examples';
import type { Store } from '#lib/store/store';
import type { Addressee, Assignment } from '#lib/training/assignment';
import { exampleAssignment } from '#lib/training/examples';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { fragmentOf, writeAssignment } from '#lib/training/wire/link';
import { receiptFragment, receiptNameOf, writeReceipt } from '#lib/training/wire/receipt';

export { exampleAddressee, exampleKeys, trainerOf } from '#lib/training/examples';

/** For tests: the course that these are of. */
export const exampleCourse = 'exosome-therapy';

/** For tests: an assignment of the example lesson, due in an hour, as a trainer with these keys gives it. */
export const givenNow = (keys: TrainerKeys, part: Partial<Assignment> = {}): Assignment => {
	const now = Date.now();
	return exampleAssignment(keys, {
		made: now - 60_000,
		due: now + 3_600_000,
		lessons: ['cells'],
		...part
	});
};

/** For tests: the link of one, without its address. */
export const linkOf = async (
	assignment: Assignment,
	keys: TrainerKeys,
	addressee: Addressee | null = null
): Promise<string> => fragmentOf(await writeAssignment(assignment, addressee, keys));

/** For tests: takes one in without a screen. */
export async function acceptInto(
	store: Store,
	assignment: Assignment,
	keys: TrainerKeys
): Promise<void> {
	const { id, revision } = assignment;
	const signed = await writeAssignment(assignment, null, keys);
	await store.acceptAssignment({ id, revision, signed, number: '' });
}

/** For tests: writes a complete test for it, all right; gives the id of the attempt. */
export async function completedFor(store: Store, assignment: Assignment): Promise<string> {
	const { id, revision, due } = assignment;
	const attempt = exampleAttempt({
		lesson: 'cells',
		mode: 'test',
		assignments: [id],
		terms: [{ assignment: id, revision, passMark: 0.8, due }]
	});
	await store.addAttempt(attempt, exampleQuestions);
	await answeredIn(store, attempt.id);
	await store.addSubmission(exampleSubmission(attempt.id, { earned: 3, passed: true }));
	return attempt.id;
}

/** For tests: one more answer in an attempt. */
export const answeredIn = (store: Store, attempt: string) =>
	store.addResponse(exampleResponse(attempt));

/** For tests: the link of a receipt for these digests. */
export const receiptLink = async (
	assignment: Assignment,
	digests: readonly string[],
	keys: TrainerKeys
): Promise<string> =>
	receiptFragment(
		await writeReceipt(
			{
				course: exampleCourse,
				assignment: assignment.id,
				at: Date.now(),
				received: digests.map(receiptNameOf)
			},
			keys
		)
	);
