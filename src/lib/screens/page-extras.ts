import { mount } from 'svelte';
import { speakOf } from '#lib/i18n/t';
import { offline } from '#lib/session/offline-session.svelte';
import UpdateLine from './UpdateLine.svelte';

/** What every page fetches behind itself: keeping the course for use without a network, and news of a version. */
export async function startBehindPage(): Promise<void> {
	// While the site is being written, no worker stands between an edit and the page.
	if (import.meta.env.DEV) {
		const registrations = await navigator.serviceWorker?.getRegistrations();
		await Promise.all((registrations ?? []).map((registration) => registration.unregister()));
		return;
	}
	void offline.start();
	await speakOf('offline');
	mount(UpdateLine, { target: document.body });
}
