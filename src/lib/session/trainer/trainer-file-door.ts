import type { TrainerFile } from '#lib/training/trainer-file';
import type { TrainerFileDoor } from './taking-in.svelte';
import type { TrainerSide } from './trainer-side.svelte';

/** How a trainer's file is read and taken in, into the side of this page. */
export function trainerFileDoor(side: TrainerSide, course: string): TrainerFileDoor {
	let file: TrainerFile | null = null;
	return {
		async read(text, passphrase) {
			const { readTrainerFile } = await import('#lib/training/trainer-file');
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
			const trainer = await store.trainer();
			const [first] = file.keys;
			if (trainer && first && unused)
				await store.putTrainer({ ...trainer, keys: first.id, name: trainer.name || file.name });
			file = null;
		}
	};
}

/** Nothing was given with the keys of this device: those of the file can take their place. */
const isUnused = ({ assignments, trainer }: TrainerSide): boolean =>
	assignments?.length === 0 && trainer?.backedUp === null;
