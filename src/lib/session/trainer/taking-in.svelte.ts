import type { InputProblem } from '#lib/training/problem';
import type { TrainerFileDoor, TrainerFilePreview } from './trainer-file-door';

export type TakingProblem =
	| Exclude<
			InputProblem,
			'unsigned' | 'expired' | 'changed' | 'wrong-key' | 'unknown-assignment' | 'passphrase-needed'
	  >
	| 'not-kept'
	/** The file could not be read. */
	| 'unreadable';

/** In bytes: not even taken into memory. */
const largest = 512 * 1024 * 1024;

/** A trainer's file that is taken in: opened with its passphrase, shown, and merged when it is confirmed. */
export class TakingIn {
	phase = $state<'choose' | 'reading' | 'passphrase' | 'preview' | 'done'>('choose');
	problem = $state<TakingProblem | null>(null);
	preview = $state.raw<TrainerFilePreview | null>(null);

	readonly #door: TrainerFileDoor;
	#text = '';

	constructor(door: TrainerFileDoor) {
		this.#door = door;
	}

	/** Takes a file up, whose passphrase is then asked for: no file of this kind is without one. */
	async choose(file: File): Promise<void> {
		if (file.size > largest) return this.#refuse('too-large');
		try {
			this.#text = await file.text();
		} catch {
			return this.#refuse('unreadable');
		}
		this.problem = null;
		this.phase = 'passphrase';
	}

	/** Opens it and looks what it holds. */
	async unlock(passphrase: string): Promise<void> {
		this.phase = 'reading';
		this.problem = null;
		try {
			this.preview = await this.#door.read(this.#text, passphrase);
			this.phase = 'preview';
		} catch (error) {
			this.#refuse(problemOf(error));
		}
	}

	/** Adds what it holds to what is here. */
	async take(): Promise<void> {
		this.phase = 'reading';
		try {
			await this.#door.take();
			this.phase = 'done';
		} catch (error) {
			if ((error as Error).name !== 'StoreError') throw error;
			this.#refuse('not-kept');
		}
	}

	/** Leaves the file alone. */
	cancel(): void {
		this.#text = '';
		this.preview = this.problem = null;
		this.phase = 'choose';
	}

	#refuse(problem: TakingProblem): void {
		this.problem = problem;
		this.phase = problem === 'wrong-passphrase' ? 'passphrase' : 'choose';
	}
}

function problemOf(error: unknown): TakingProblem {
	if ((error as Error).name !== 'InputError') throw error;
	const { problem } = error as { problem?: InputProblem };
	switch (problem) {
		case 'not-ours':
		case 'cut':
		case 'newer':
		case 'too-large':
		case 'other-course':
		case 'wrong-passphrase':
			return problem;
		case 'passphrase-needed':
			return 'wrong-passphrase';
		default:
			return 'damaged';
	}
}
