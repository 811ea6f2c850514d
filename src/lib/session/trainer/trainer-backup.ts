import { offerFile } from '../download';
import { dayOf } from '../today';
import type { TrainerSide } from './trainer-side.svelte';

/**
 * Hands the trainer's whole side to the browser as one encrypted file, and notes that the keys are in a backup. Rejects
 * where the file cannot be made.
 */
export async function downloadTrainerBackup(
	side: TrainerSide,
	course: string,
	passphrase: string
): Promise<void> {
	const [{ writeTrainerFile }, store] = await Promise.all([
		import('#lib/training/trainer-file'),
		side.store()
	]);
	const at = Date.now();
	const keys = [...side.keys].sort((a, b) => Number(b === side.own) - Number(a === side.own));
	const name = side.trainer?.name ?? '';
	const records = await store.records();
	const content = await writeTrainerFile({ course, at, name, keys, records, passphrase });
	offerFile(`durus-trainer-${course}-${dayOf(at)}.durus.txt`, content, 'text/plain');
	await side.markBackedUp();
}
