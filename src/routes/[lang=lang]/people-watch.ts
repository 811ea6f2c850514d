// What every page fetches behind all else, as one file: see people-extras.ts.
import { mount } from 'svelte';
import type { Locale } from '#lib/base/locale';
import PeopleWatch from '#lib/screens/PeopleWatch.svelte';
import { openStoreFor } from '#lib/session/open-store';
import type { Site } from '#lib/session/site';
import { hrefIn } from '../href';

/** What the page is of at this moment. */
export type Now = () => { readonly site: Site; readonly locale: Locale };

/** Watches who is at the device for the life of the page. Mounted from here, since a page's first script is at its limit. */
export function watchPeople(now: Now): void {
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
}
