import type { Store } from '#lib/store/store';
import { keep } from './device';
import { offerFile } from './download';
import { dayOf } from './today';

/** The shortest passphrase that is asked for, in characters. */
export const shortestPassphrase = 8;

const course = () => document.documentElement.dataset.course ?? '';

/** Offers a backup as a file: of one person by a profile of hers, or of everybody (null). */
export async function downloadBackup(
	openStore: () => Promise<Store>,
	profile: string | null,
	passphrase: string | null
): Promise<void> {
	const [{ writeBackup }, { recordsOfLearner }, store] = await Promise.all([
		import('#lib/store/backup/write-backup'),
		import('#lib/store/backup/selection'),
		openStore()
	]);
	const at = Date.now();
	const all = await store.records();
	const records = profile === null ? all : recordsOfLearner(all, profile);
	const content = await writeBackup({ course: course(), at, records, passphrase });
	offerFile(`durus-${course()}-${dayOf(at)}.durus.txt`, content, 'text/plain');
	keep('backup', { at });
}
