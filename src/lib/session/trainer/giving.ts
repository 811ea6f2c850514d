import { uuidv7 } from '#lib/base/id';
import type { Assignment } from '#lib/training/assignment';
import type { Given } from '#lib/training/form/draft-check';
import type { TrainerKeys } from '#lib/training/keys/key-pair';

export { latestOf, sentRevisionOf, stateOf, type GivenState } from '#lib/training/given';

/** What a new assignment has besides what the form says. */
export const newGiven = (course: string, keys: TrainerKeys, now: number = Date.now()): Given => ({
	id: uuidv7(now),
	course,
	revision: 1,
	made: now,
	trainer: { signing: keys.signing.public, encryption: keys.encryption.public }
});

/** Stands in for keys that are not there yet, in a preview alone. */
export const previewGiven = (course: string): Given => ({
	id: 'preview',
	course,
	revision: 1,
	made: 0,
	trainer: { signing: { x: '', y: '' }, encryption: { x: '', y: '' } }
});

/** What a revision has besides what the form says: all as before, and by the keys that sign now. */
export const revisedGiven = (
	before: Assignment,
	keys: TrainerKeys,
	now: number = Date.now()
): Given => ({ ...newGiven(before.course, keys, now), id: before.id });
