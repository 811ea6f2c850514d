import type { TrainerFile } from '#lib/training/trainer-file';
import { offerFile } from '../download';
import { dayOf } from '../today';
import type { TrainerFileDoor } from './taking-in.svelte';
import type { TrainerSide } from './trainer-side.svelte';

/** Offers everything of the trainer's side as one encrypted file: keys, assignments and what was collected. */
export async function downloadTrainerFile(
	side: TrainerSide,
	course: string,
	passphrase: string
): Promise<void> {
	const { writeTrainerFile } = await import('#lib/training/trainer-file');
	const store = await side.store();
	const at = Date.now();
	const [own, records] = [side.trainer?.keys, await store.records()];
	// Those that sign come first.
	const keys = [...side.keys].sort((a, b) => Number(b.id === own) - Number(a.id === own));
	const name = side.trainer?.name ?? '';
	const text = await writeTrainerFile({ course, at, name, keys, records, passphrase });
	offerFile(`durus-trainer-${course}-${dayOf(at)}.durus.txt`, text, 'text/plain');
	await side.markBackedUp();
}

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
