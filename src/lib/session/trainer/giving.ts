import { uuidv7 } from '#lib/base/id';
import type { TrainerRecord, TrainerStore } from '#lib/store/trainer/trainer-store';
import type { Assignment } from '#lib/training/assignment';
import type { GivenAssignment } from '#lib/training/collected';
import type { Given } from '#lib/training/draft';
import { newlyGiven, nowSent, revised, withdrawn } from '#lib/training/given';
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

/** Keeps an assignment, new or revised, and the trainer's name with it. Rejects with a StoreError. */
export async function keepAssignment(
	store: TrainerStore,
	trainer: TrainerRecord,
	assignment: Assignment
): Promise<void> {
	if (trainer.name !== assignment.trainer.name)
		await store.putTrainer({ ...trainer, name: assignment.trainer.name });
	await store.changeAssignment(assignment.id, (now) =>
		now ? revised(now, assignment) : newlyGiven(assignment)
	);
}

/** Withdraws an assignment; its link has to be sent once more. */
export const withdraw = (store: TrainerStore, id: string): Promise<GivenAssignment | null> =>
	store.changeAssignment(id, (now) => now && withdrawn(now, Date.now()));

/** Notes that the revision in force left this device. */
export const noteSent = (store: TrainerStore, id: string): Promise<GivenAssignment | null> =>
	store.changeAssignment(id, (now) => now && nowSent(now, Date.now()));
