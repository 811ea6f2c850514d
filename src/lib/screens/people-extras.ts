// What every page fetches behind all else, as one file: see routes/[lang=lang]/+layout.svelte.
import { mount, type ComponentProps } from 'svelte';
import PeopleWatch from './PeopleWatch.svelte';

/** Watches who is at the device for the life of the page. Mounted from here, since a page's first script is at its limit. */
export function watchPeople(props: ComponentProps<typeof PeopleWatch>): void {
	mount(PeopleWatch, { target: document.body, props });
}
