import { uuidv7 } from '#lib/base/id';
import type { BackupProblem } from '#lib/store/backup/backup-error';
import type { Preview } from '#lib/store/backup/preview';
import type { Backup } from '#lib/store/backup/read-backup';
import type { Store } from '#lib/store/store';
import { adoptSettings } from './adopting.svelte';

/** A file that is being restored: read, shown, and merged when it is confirmed. */
export class Restoring {
	phase = $state<'choose' | 'reading' | 'passphrase' | 'preview' | 'done'>('choose');
	/** Why the file cannot be restored; 'not-kept' where it could be and this device keeps nothing now. */
	problem = $state<BackupProblem | 'not-kept' | null>(null);
	preview = $state.raw<Preview | null>(null);
	/** When the file was made; null where it does not say. */
	at = $state.raw<number | null>(null);

	readonly #openStore: () => Promise<Store>;
	#file: string | null = null;
	#backup: Backup | null = null;

	constructor(openStore: () => Promise<Store>) {
		this.#openStore = openStore;
	}

	/** Looks what a file holds. */
	async choose(file: File): Promise<void> {
		const { largestFile } = await import('#lib/store/backup/read-backup');
		// Not even taken into memory.
		if (file.size > largestFile) return this.#refuse('too-large');
		this.#file = await file.text();
		await this.#read(null);
	}

	/** Opens the chosen file with its passphrase. */
	async unlock(passphrase: string): Promise<void> {
		await this.#read(passphrase);
	}

	async #read(passphrase: string | null): Promise<void> {
		this.phase = 'reading';
		this.problem = null;
		const [{ readBackup }, { previewOf }, { BackupError }] = await Promise.all([
			import('#lib/store/backup/read-backup'),
			import('#lib/store/backup/preview'),
			import('#lib/store/backup/backup-error')
		]);
		try {
			const course = document.documentElement.dataset.course ?? '';
			this.#backup = await readBackup(this.#file ?? '', { course, passphrase });
			const store = await this.#openStore();
			this.preview = previewOf(this.#backup.records, await store.profiles());
			this.at = this.#backup.at;
			this.phase = 'preview';
		} catch (error) {
			if (!(error instanceof BackupError)) throw error;
			if (error.problem === 'passphrase-needed') this.phase = 'passphrase';
			else this.#refuse(error.problem);
		}
	}

	#refuse(problem: BackupProblem): void {
		this.problem = problem;
		this.phase = problem === 'wrong-passphrase' ? 'passphrase' : 'choose';
	}

	/** Merges it; `same`: the person in it who is the learner here, if any is. */
	async restore(same: string | null): Promise<void> {
		if (!this.#backup) return;
		const store = await this.#openStore();
		const { durable } = await store.merge(this.#backup.records);
		if (same !== null) await store.addEvent({ id: uuidv7(), type: 'alias', of: same });
		adoptSettings(await store.preferences());
		this.problem = durable ? null : 'not-kept';
		this.phase = 'done';
		this.#backup = this.#file = null;
	}

	/** Leaves the file alone. */
	cancel(): void {
		this.#backup = this.#file = this.preview = this.problem = null;
		this.phase = 'choose';
	}
}
