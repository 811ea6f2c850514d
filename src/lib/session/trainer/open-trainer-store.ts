import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import { databaseName } from '../device';

/** The name of the trainer's database of this course at this address. */
export const trainerDatabaseName = (): string => `${databaseName()}:trainer`;

let opened: Promise<TrainerStore> | null = null;

/** The trainer's side of this page, opened when it is first needed. Rejects with a StoreError; the next call tries again. */
export function openTrainer(): Promise<TrainerStore> {
	opened ??= import('#lib/store/trainer/open-trainer-store')
		.then(({ openTrainerStore }) =>
			openTrainerStore(
				{ name: trainerDatabaseName(), now: Date.now },
				{ onoutdated: () => location.reload() }
			)
		)
		.catch((error: unknown) => {
			opened = null;
			throw error;
		});
	return opened;
}
