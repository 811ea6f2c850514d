import { isLocale } from '#lib/base/locale';
import { Registration } from '#lib/offline/registration';
import type { OfflineState } from '#lib/offline/state';
import { databaseName, kept } from './device';

/** What is kept on this device and whether a new version waits, for every screen. */
export class OfflineSession {
	state = $state.raw<OfflineState | null>(null);
	update = $state.raw<'none' | 'held' | 'offered'>('none');
	/** Null until it is known; false where the browser has no service workers or lets none in. */
	possible = $state.raw<boolean | null>(null);
	#registration: Registration | null = null;
	/** Accepted before there was a worker to ask. */
	#assigned: readonly string[] | null = null;

	/** Registers the worker and has the course kept. Call once, behind the page. */
	async start(): Promise<void> {
		if (this.#registration) return;
		this.#registration = new Registration({
			scope: scope(),
			language: () => {
				const { lang } = document.documentElement;
				return isLocale(lang) ? lang : 'en';
			},
			openAttempts: () =>
				Object.values(kept('open-attempts')).filter((id) => typeof id === 'string'),
			now: Date.now,
			onstate: (state) => (this.state = state),
			onupdate: (step) => (this.update = step)
		});
		this.possible = await this.#registration.start();
		if (this.#assigned) this.assigned(this.#assigned);
	}

	/** Keeps a module, or the whole course, because a person asked for it. */
	keep(module?: string): void {
		void this.#registration?.ask({ do: 'keep', ...(module ? { module } : {}) });
	}

	/** Lessons were assigned and accepted: their modules are kept, and before others. */
	assigned(lessons: readonly string[]): void {
		// Whoever comes by a link accepts before the worker is there.
		this.#assigned = this.possible === null ? lessons : null;
		if (this.possible) void this.#registration?.ask({ do: 'keep', lessons });
	}

	remove(module: string): void {
		void this.#registration?.ask({ do: 'remove', module });
	}

	/** A lesson is being read: where the course is kept module by module, its module is kept. */
	opened(lesson: string): void {
		void this.#registration?.ask({ do: 'open', lesson });
	}
}

/** 'durus:cells:/one/' => 'https://here/one/': the name of this course at this address ends with its path. */
const scope = (): string =>
	new URL(databaseName().replace(/^\w+:[^:]*:/, '') || '/', location.origin).href;

/** One for the page: every screen shows the same. */
export const offline = new OfflineSession();
