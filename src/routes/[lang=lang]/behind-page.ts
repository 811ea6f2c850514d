// What every page fetches behind all else, as one file: see page-extras.ts.
import { mount } from 'svelte';
import { page } from '$app/state';
import type { Locale } from '#lib/base/locale';
import { speakOf } from '#lib/i18n/t';
import EmbeddedNotice from '#lib/screens/EmbeddedNotice.svelte';
import PeopleWatch from '#lib/screens/PeopleWatch.svelte';
import UpdateLine from '#lib/screens/UpdateLine.svelte';
import { addressWithLink } from '#lib/session/carried-link';
import { offline } from '#lib/session/offline-session.svelte';
import { openStoreFor } from '#lib/session/open-store';
import type { Site } from '#lib/session/site';
import { thisBrowser } from '#lib/session/this-browser';
import { hrefIn } from '../href';

/** What the page is of at this moment. */
export type Now = () => { readonly site: Site; readonly locale: Locale };

/**
 * Keeps the course for use without a network, tells of a new version and of a browser that forgets, and watches who is at
 * the device, for the life of the page. Mounted from here, since a page's first script is at its limit.
 */
export function startBehindPage(now: Now): void {
	mount(PeopleWatch, {
		target: document.body,
		props: {
			get locale() {
				return now().locale;
			},
			href: (target) => hrefIn(now().locale)(target),
			openStore: () => openStoreFor(now().site)
		}
	});
	void keepForOffline();
	void warnInOtherApp();
}

async function keepForOffline(): Promise<void> {
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

async function warnInOtherApp(): Promise<void> {
	if (!thisBrowser().embedded) return;
	await speakOf('offline');
	mount(EmbeddedNotice, {
		target: document.body,
		anchor: document.body.firstElementChild ?? undefined,
		props: {
			get address() {
				return addressWithLink(page.url.href);
			}
		}
	});
}
