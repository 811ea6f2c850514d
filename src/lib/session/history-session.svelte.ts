import type { DueToday } from '#lib/progress/due-today';
import { nextSteps, type NextStep } from '#lib/progress/next-step';
import type { History } from '#lib/progress/record';
import { standingsOf, type LessonOutline, type LessonStanding } from '#lib/progress/standing';
import type { Store } from '#lib/store/store';
import { today } from './today';

/** The learner's standing in every lesson, for screens that show several; follows every tab. */
export class HistorySession<L extends LessonOutline> {
	/** Null until the store has answered: the page is readable before. */
	history = $state.raw<History | null>(null);
	/** What is due for review; null until it is known. */
	due = $state.raw<DueToday | null>(null);
	readonly #lessons: () => readonly L[];
	readonly standings: ReadonlyMap<string, LessonStanding> = $derived(
		this.history ? standingsOf(this.lessons, this.history) : new Map()
	);
	/** Nothing was done yet: the first visit. */
	readonly fresh: boolean = $derived(
		!this.history || (!this.history.attempts.length && !this.history.events.length)
	);
	/** What to do next, and after it; none at the first visit, nor before it is known. */
	readonly next: readonly NextStep<L>[] = $derived(
		this.fresh ? [] : nextSteps(this.lessons, this.standings, this.due?.questions ?? 0)
	);
	#stop: (() => void) | null = null;
	#closed = false;

	constructor(lessons: () => readonly L[]) {
		this.#lessons = lessons;
	}

	get lessons(): readonly L[] {
		return this.#lessons();
	}

	/** Follows the store. `withDue`: what is due for review too, whose code is a file of its own. */
	async open(openStore: () => Promise<Store>, withDue = false): Promise<void> {
		const store = await openStore();
		if (this.#closed) return;
		this.#stop = store.watchHistory((history) => {
			this.history = history;
			if (withDue) void this.#look(history);
		});
	}

	async #look(history: History): Promise<void> {
		const { dueToday } = await import('#lib/progress/due-today');
		if (this.#closed || this.history !== history) return;
		this.due = dueToday(history, today(), this.lessons);
	}

	close(): void {
		this.#closed = true;
		this.#stop?.();
	}
}
