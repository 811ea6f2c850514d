import { uuidv7 } from '#lib/base/id';
import type { Happening } from '#lib/progress/record';
import { standingIn, type LessonStanding } from '#lib/progress/standing';
import type { Store } from '#lib/store/store';
import { countActiveTime } from './active-time';
import { offline } from './offline-session.svelte';
import { SaveQueue } from './save-queue.svelte';

interface Readable {
	readonly id: string;
	readonly sections: readonly { readonly id: string }[];
}

/** Reading one lesson: the place and the sections read. */
export class ReadingSession {
	standing = $state.raw<LessonStanding | null>(null);
	readonly saves: SaveQueue;
	readonly #lesson: () => Readable;
	readonly #openStore: () => Promise<Store>;
	#section: string | null = null;
	readonly #read = new Set<string>();
	#stops: (() => void)[] = [];
	#closed = false;

	constructor(lesson: () => Readable, openStore: () => Promise<Store>) {
		this.#lesson = lesson;
		this.#openStore = openStore;
		this.saves = new SaveQueue(openStore);
	}

	/** Looks up what was read and answered before. The page is complete without it. */
	async open(): Promise<void> {
		const { id: lesson } = this.#lesson();
		offline.opened(lesson);
		const active = { type: 'active' as const, lesson, attempt: null, elapsed: null };
		this.#stops.push(countActiveTime((milliseconds) => this.#happen({ ...active, milliseconds })));
		const store = await this.#openStore();
		if (this.#closed) return;
		const stop = store.watchHistory(
			(history) => (this.standing = standingIn(this.#lesson(), history))
		);
		this.#stops.push(stop);
	}

	/** A section has been in view for a while. */
	opened(section: string): void {
		if (section === this.#section) return;
		this.#section = section;
		this.#happen({ type: 'section-opened', lesson: this.#lesson().id, section });
	}

	/** The end of a section was seen. */
	readTo(section: string): void {
		if (this.#read.has(section)) return;
		this.#read.add(section);
		this.#happen({ type: 'section-read', lesson: this.#lesson().id, section });
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stops) stop();
		this.saves.close();
	}

	#happen(happening: Happening): void {
		const event = { ...happening, id: uuidv7() };
		this.saves.add((store) => store.addEvent(event));
	}
}
