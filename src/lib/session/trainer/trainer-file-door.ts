import type { TrainerRecord, TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import type { TrainerFile } from '#lib/training/wire/trainer-file';

/** What a trainer's file holds. */
export interface TrainerFilePreview {
	/** Of the trainer who made it. */
	readonly name: string;
	readonly at: number;
	readonly assignments: number;
	readonly handIns: number;
	/**
	 * What becomes of its keys: those that sign here already; those that will sign, since nothing was given with the ones
	 * that are here; or kept beside these, to open what was handed in to them.
	 */
	readonly keys: 'same' | 'own' | 'added';
}

/** How a trainer's file is opened and merged. */
export interface TrainerFileDoor {
	/** Throws an InputError. */
	read(text: string, passphrase: string): Promise<TrainerFilePreview>;
	/** Merges what was read last. Rejects with a StoreError where this device keeps nothing. */
	take(): Promise<void>;
}

/** What of the trainer's side of this page is needed. */
interface Side {
	readonly trainer: TrainerRecord | null;
	readonly keys: readonly TrainerKeys[];
	readonly assignments: readonly GivenAssignment[] | null;
	store(): Promise<TrainerStore>;
}

/** How a trainer's file is read and taken in, into the side of this page. */
export function trainerFileDoor(side: Side, course: string): TrainerFileDoor {
	let file: TrainerFile | null = null;
	return {
		async read(text, passphrase) {
			const { readTrainerFile } = await import('#lib/training/wire/trainer-file');
			file = await readTrainerFile(text, { course, passphrase });
			return {
				name: file.name,
				at: file.at,
				assignments: file.records?.assignments.length ?? 0,
				handIns: file.records?.handIns.length ?? 0,
				keys: file.keys[0]?.id === side.trainer?.keys ? 'same' : isUnused(side) ? 'own' : 'added'
			};
		},
		async take() {
			if (!file) return;
			const store = await side.store();
			const unused = isUnused(side);
			const known = new Set(side.keys.map(({ id }) => id));
			for (const keys of file.keys) if (!known.has(keys.id)) await store.putKeys(keys);
			if (file.records) await store.merge(file.records);
			const [first] = file.keys;
			const { name } = file;
			if (first && unused && (await store.trainer()))
				await store.changeTrainer((now) => ({ ...now!, keys: first.id, name: now!.name || name }));
			file = null;
		}
	};
}

/** Nothing was given with the keys of this device: those of the file can take their place. */
const isUnused = ({ assignments, trainer }: Side): boolean =>
	assignments?.length === 0 && trainer?.backedUp === null;
