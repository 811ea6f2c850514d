import type { Locale } from '#lib/base/locale';
import { isFromWorker, type Ask, type OfflineState, type ToWorker } from './state';
import { isNavigation, updateStep } from './updates';

/** Between two looks for a new version while a page stays open, in milliseconds. */
const lookEvery = 60 * 60 * 1000;

/** From a click to the next look, in milliseconds. */
const lookAfter = 2000;

export interface PageSide {
	/** Address of the site, with "/" at its end. */
	readonly scope: string;
	readonly language: () => Locale;
	/** Ids of the attempts that are under way on this device. */
	readonly openAttempts: () => readonly string[];
	readonly now: () => number;
	readonly onstate: (state: OfflineState) => void;
	readonly onupdate: (step: 'none' | 'held' | 'offered') => void;
}

/** The data saver of browsers that have one. */
const saver = (): boolean =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false;

/** After the page and what it fetches by itself: nothing of this competes with what one reads. */
const idle = async (): Promise<void> => {
	if (document.readyState !== 'complete')
		await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
	await new Promise<unknown>((resolve) =>
		'requestIdleCallback' in globalThis
			? requestIdleCallback(resolve, { timeout: 5000 })
			: setTimeout(resolve, 1000)
	);
};

/** A page's side of the service worker: registers it, asks it to keep, passes on what it tells, takes new versions. */
export class Registration {
	readonly #page: PageSide;
	#registration: ServiceWorkerRegistration | null = null;
	/** Another version took over while this page was open: its next navigation loads a whole page. */
	#stale = false;
	#looked = 0;

	constructor(page: PageSide) {
		this.#page = page;
	}

	/** Resolves when the worker was asked to keep the course; to false where there can be no worker. */
	async start(): Promise<boolean> {
		const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
		if (!workers) return false;
		const { scope } = this.#page;
		// Before the wait: another tab may let a new version take over meanwhile.
		let controlled = workers.controller !== null;
		workers.addEventListener('message', ({ data }) => {
			if (isFromWorker(data)) this.#page.onstate(data.state);
		});
		workers.startMessages();
		workers.addEventListener('controllerchange', () => {
			// The first worker takes over a page of its own version.
			this.#stale = controlled;
			controlled = true;
			this.look();
		});
		await idle();
		// A private window, or a host that does not serve the file: the site works with its network.
		this.#registration = await workers
			.register(`${scope}service-worker.js`, { scope, updateViaCache: 'none' })
			.then((registration: ServiceWorkerRegistration | undefined) => registration ?? null)
			.catch(() => null);
		if (!this.#registration) return false;
		this.#looked = this.#page.now();
		this.#watchUpdates(this.#registration);
		addEventListener('online', () => void this.ask({ do: 'start' }));
		await this.ask({ do: 'start' });
		// The address it was loaded from: by now a lesson may stand there that could not be opened.
		const loaded = performance.getEntriesByType('navigation')[0]?.name ?? '';
		const lesson = /^[^?#]*\/lessons\/([^/?#]+)\//.exec(loaded)?.[1];
		if (lesson) await this.ask({ do: 'open', lesson });
		return true;
	}

	/** Asks the worker in force, once there is one. */
	async ask(ask: Omit<Ask, 'language' | 'saver'>): Promise<void> {
		if (!this.#registration) return;
		const { active } = await navigator.serviceWorker.ready;
		const language = this.#page.language();
		this.#send(active, { durus: 'ask', ask: { ...ask, language, saver: saver() } });
	}

	/**
	 * Looks whether a version waits. It takes over behind the page where no attempt is open, never at a click: Chromium can
	 * lose a navigation that meets two workers changing over. The page stays as it is until the next navigation.
	 */
	look(): void {
		const waiting = this.#registration?.waiting ?? null;
		const step = updateStep(waiting !== null, this.#page.openAttempts(), this.#page.now());
		if (step === 'offered') this.#send(waiting, { durus: 'take' });
		this.#page.onupdate(this.#stale ? 'offered' : step === 'held' ? 'held' : 'none');
		// What would be fetched ahead under a pointer is of no use to a page that is loaded as a whole.
		if (this.#stale) document.body.dataset.sveltekitPreloadData = 'off';
	}

	#send(worker: ServiceWorker | null, message: ToWorker): void {
		worker?.postMessage(message);
	}

	#watchUpdates(registration: ServiceWorkerRegistration): void {
		this.look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', () => this.look());
		});
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState !== 'visible') return;
			this.look();
			if (this.#page.now() - this.#looked < lookEvery) return;
			this.#looked = this.#page.now();
			// Without a network there is nothing to find.
			registration.update().catch(() => {});
		});
		// Before Kit's own listener, which leaves alone what is taken here.
		document.addEventListener('click', (event) => this.#navigate(event), { capture: true });
	}

	#navigate(event: MouseEvent): void {
		const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
		if (!(link instanceof HTMLAnchorElement)) return;
		if (!isNavigation(event, link, location.href, this.#page.scope)) return;
		if (!this.#stale) {
			// An attempt may have ended; when the next page has what it needs, a version that waited for that may come.
			setTimeout(() => this.look(), lookAfter);
			return;
		}
		event.preventDefault();
		location.href = link.href;
	}
}
