import { StoreError, type Trouble } from '#lib/store/store';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import { latestOf } from '#lib/training/given';
import { InputError } from '#lib/training/problem';
import { breather } from './breather';
import { looked, takeBatch, type Desk, type Looked } from './collect-batch';
import { wasTaken, type CollectLine, type Outcome } from './collect-line';
import { fileInput, isAssignment, textInput, textsIn, type Input } from './inputs';
import { markMissing } from './learner-results';
import { loadMarkingCourse, type MarkingSource } from './marking-course';
import { offRosterIn, type OffRoster } from './off-roster';
import { takeAssignment } from './taking-assignment';

/** Hand-ins that are written at once. */
const batchSize = 25;

/**
 * Takes hand-ins in: any number of files, and texts and links that were pasted; and assignments to co-trainers. Works in
 * small pieces, so that the page answers meanwhile; each piece is durable before the next one is begun. Nothing that is
 * wrong with one stops the rest.
 */
export class Collecting {
	phase = $state<'idle' | 'taking' | 'done' | 'cancelled'>('idle');
	/** Of the inputs of this time; null while nothing is taken. */
	progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
	/** Of this visit, in the order in which they came. */
	lines = $state.raw<readonly CollectLine[]>([]);
	/** Who handed in on this visit to an assignment with a roster, and is not on it. */
	offRoster = $state.raw<readonly OffRoster[]>([]);
	/** Why nothing can be collected. */
	trouble = $state.raw<Trouble | null>(null);
	/** This site's questions could not be fetched: nothing was taken. */
	unmarkable = $state(false);
	readonly taken: number = $derived(this.lines.filter(({ outcome }) => wasTaken(outcome)).length);

	readonly #openStore: () => Promise<TrainerStore>;
	readonly #source: MarkingSource;
	readonly #now: () => number;
	#desk: Desk | null = null;
	#waiting: Input[] = [];
	/** What waited when it was cancelled. */
	#dropped: Input[] = [];
	#cancelled = false;
	#running: Promise<void> | null = null;

	constructor(
		openStore: () => Promise<TrainerStore>,
		source: MarkingSource,
		now: () => number = Date.now
	) {
		this.#openStore = openStore;
		this.#source = source;
		this.#now = now;
	}

	/** Looks whether anything can be kept here, before anything comes. */
	async open(): Promise<void> {
		try {
			await (await this.#openStore()).trainer();
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			this.trouble = error.trouble;
		}
	}

	/** Files, also those of a folder. Resolves when all of them, and what came meanwhile, are done with. */
	takeFiles(files: readonly File[]): Promise<void> {
		return this.#take(files.map(fileInput));
	}

	/** What was pasted, with one hand-in or many in it; 'link': what the page was opened with. */
	takeText(text: string, kind: 'text' | 'link' = 'text'): Promise<void> {
		return this.#take([textInput(text, kind)]);
	}

	/** Stops after what was begun, which is kept. What waits is dropped; what comes later is taken. */
	cancel(): void {
		this.#cancelled = true;
		const dropped = this.#waiting.splice(0);
		this.#dropped.push(...dropped);
		if (!this.progress) return;
		const { done, total } = this.progress;
		this.progress = { done, total: total - dropped.length };
	}

	#take(inputs: readonly Input[]): Promise<void> {
		this.#waiting.push(...inputs);
		const { done = 0, total = 0 } = (this.phase === 'taking' && this.progress) || {};
		if (inputs.length) this.progress = { done, total: total + inputs.length };
		return (this.#running ??= this.#run());
	}

	async #run(): Promise<void> {
		this.phase = 'taking';
		try {
			// Once more for what comes while it finishes.
			do {
				this.#cancelled = false;
				this.#desk = await this.#open();
				const touched = await this.#work(this.#desk);
				this.#sayNotTaken(this.#dropped, 'stopped');
				await this.#finish(this.#desk, touched);
			} while (this.#waiting.length);
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			// Storage is well where it is the questions that are missing.
			if (!this.unmarkable) this.trouble = error.trouble;
		} finally {
			this.#sayNotTaken(this.#dropped, 'stopped');
			this.#sayNotTaken(this.#waiting, this.unmarkable ? 'unmarkable' : 'not-kept');
			this.phase = this.#cancelled ? 'cancelled' : 'done';
			this.progress = null;
			// At once: what comes from now on begins anew.
			this.#running = null;
		}
	}

	async #open(): Promise<Desk> {
		const store = await this.#openStore();
		const keys = await store.keys();
		this.trouble = null;
		this.unmarkable = false;
		const id = document.documentElement.dataset.course ?? '';
		try {
			const course = this.#desk?.course ?? (await loadMarkingCourse(this.#source));
			return { store, keys, course, id, now: this.#now, met: new Map() };
		} catch (error) {
			this.unmarkable = true;
			throw new StoreError('broken', { cause: error });
		}
	}

	/** Takes what waits; gives the assignments that something was taken of. */
	async #work(desk: Desk): Promise<ReadonlySet<string>> {
		const touched = new Set<string>();
		const rest = breather();
		let batch: Looked[] = [];
		let inputs = 0;
		const flush = async () => {
			const lines = await takeBatch(batch, desk);
			batch = [];
			this.#say(lines);
			for (const { assignment, outcome } of lines) if (wasTaken(outcome)) touched.add(assignment);
			const { done, total } = this.progress!;
			this.progress = { done: done + inputs, total };
			inputs = 0;
			if (lines.some(({ outcome }) => outcome === 'not-kept')) throw new StoreError('full');
		};
		for (let input = this.#next(); input; input = this.#next()) {
			for (const one of await this.#lookAt(input, desk, rest)) {
				batch.push(one);
				if (batch.length === batchSize) await flush();
			}
			inputs++;
			if (inputs >= batchSize) await flush();
			await rest();
		}
		await flush();
		return touched;
	}

	#next(): Input | null {
		return this.#cancelled ? null : (this.#waiting.shift() ?? null);
	}

	async #lookAt(input: Input, desk: Desk, rest: () => Promise<void>): Promise<Looked[]> {
		const { source } = input;
		try {
			const found: Looked[] = [];
			for (const text of await textsIn(input)) {
				const look = isAssignment(text) ? takeAssignment : looked;
				found.push(await look(source, text, desk));
				await rest();
			}
			return found;
		} catch (error) {
			const outcome = error instanceof InputError ? error.problem : 'unreadable';
			return [{ source, opened: null, outcome }];
		}
	}

	/** What pins have moved is marked anew, and those on no roster are listed. */
	async #finish({ store, course }: Desk, touched: ReadonlySet<string>): Promise<void> {
		const found = new Map(this.offRoster.map((one) => [one.assignment, one]));
		for (const id of touched) {
			const given = await store.assignment(id);
			if (!given) continue;
			await markMissing(store, course, given);
			const learners = given.roster.length ? await offRosterIn(store, given) : [];
			if (learners.length)
				found.set(id, { assignment: id, title: latestOf(given).title, learners });
			else found.delete(id);
		}
		this.offRoster = [...found.values()];
	}

	/** Says of each of these why it was not taken, and lets it go. */
	#sayNotTaken(inputs: Input[], outcome: Outcome): void {
		this.#say(inputs.splice(0).map(({ source }) => ({ ...nothingOf(source), outcome })));
	}

	#say(lines: readonly Omit<CollectLine, 'id'>[]): void {
		const from = this.lines.length;
		this.lines = [...this.lines, ...lines.map((line, index) => ({ ...line, id: from + index }))];
	}
}

const nothingOf = (source: Input['source']) => ({
	source,
	...{ handIn: '', assignment: '', title: '', name: '', number: '' }
});
