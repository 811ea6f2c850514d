/** The browser's offer to install the site; not in the platform's types yet. */
interface InstallOffer extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}
const early = globalThis as { durusInstall?: InstallOffer };

/** Whether the browser offers to install the site, from before the page was alive on. */
class Install {
	#offer = $state.raw<InstallOffer | null>(early.durusInstall ?? null);
	readonly offered: boolean = $derived(this.#offer !== null);

	constructor() {
		if (typeof addEventListener === 'undefined') return;
		addEventListener('beforeinstallprompt', (event) => (this.#offer = event as InstallOffer));
		addEventListener('appinstalled', () => (this.#offer = null));
	}

	/** Lets the browser ask; it takes an offer once. */
	async ask(): Promise<void> {
		const offer = this.#offer;
		this.#offer = null;
		delete early.durusInstall;
		await offer?.prompt();
	}
}

/** One for the page: the offer comes once. */
export const install = new Install();
