import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import { offerFile } from '../download';
import { dayOf } from '../today';

/**
 * Hands the trainer's whole side to the browser as one encrypted file, and notes that the keys are in a backup. Rejects
 * where the file cannot be made.
 */
export async function downloadTrainerBackup(
	store: TrainerStore,
	course: string,
	passphrase: string
): Promise<void> {
	const { writeTrainerFile } = await import('#lib/training/wire/trainer-file');
	const trainer = await store.trainer();
	const at = Date.now();
	const own = ({ id }: { readonly id: string }) => Number(id === trainer?.keys);
	const keys = [...(await store.keys())].sort((a, b) => own(b) - own(a));
	const records = await store.records();
	const name = trainer?.name ?? '';
	const content = await writeTrainerFile({ course, at, name, keys, records, passphrase });
	offerFile(`durus-trainer-${course}-${dayOf(at)}.durus.txt`, content, 'text/plain');
	// As it is now: the name may have been changed while the passphrase was worked in.
	if (trainer) await store.changeTrainer((now) => ({ ...(now ?? trainer), backedUp: at }));
}
