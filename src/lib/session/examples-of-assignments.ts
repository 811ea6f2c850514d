import type { Addressee, Assignment } from '#lib/training/assignment';
import { exampleAssignment } from '#lib/training/examples';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { fragmentOf, writeAssignment } from '#lib/training/link';

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
