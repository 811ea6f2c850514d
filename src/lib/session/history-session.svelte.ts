import type { History } from '#lib/progress/record';
import { nextLesson, standingIn, type LessonOutline } from '#lib/progress/standing';
import type { Store } from '#lib/store/store';

/** The learner's standing in every lesson, for screens that show several; follows every tab. */
export class HistorySession<L extends LessonOutline> {
	/** Null until the store has answered: the page is readable before. */
	history = $state.raw<History | null>(null);
	readonly #lessons: () => readonly L[];
	readonly standings = $derived(
		new Map(
			this.history
				? this.lessons.map((lesson) => [lesson.id, standingIn(lesson, this.history!)])
				: []
		)
	);
	readonly next = $derived(this.history && nextLesson(this.lessons, this.history));
	/** Nothing was done yet: the first visit. */
	readonly fresh: boolean = $derived(
		!this.history || (!this.history.attempts.length && !this.history.events.length)
	);
	#stop: (() => void) | null = null;
	#closed = false;

	constructor(lessons: () => readonly L[]) {
		this.#lessons = lessons;
	}

	get lessons(): readonly L[] {
		return this.#lessons();
	}

	async open(openStore: () => Promise<Store>): Promise<void> {
		const store = await openStore();
		if (!this.#closed) this.#stop = store.watchHistory((history) => (this.history = history));
	}

	close(): void {
		this.#closed = true;
		this.#stop?.();
	}
}
