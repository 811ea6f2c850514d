import { untrack } from 'svelte';
import type { Locale } from '#lib/base/locale';
import type { Place } from './place';

interface Followed {
	readonly place: Place;
	show(place: Place): void;
	flush(): void;
}

/**
 * Keeps a session and the browser's history together, and saves what was typed when the page goes. Call while a component
 * is set up. `onmoved`: the history led the session to another place.
 */
export function followPlace(context: {
	readonly session: Followed;
	readonly place: () => Place | undefined;
	readonly locale: () => Locale;
	readonly ready: () => boolean;
	readonly onplace: (place: Place, how: 'push' | 'replace') => void;
	readonly onmoved: () => void;
}): void {
	const { session, place, locale, ready, onplace, onmoved } = context;
	let seen = untrack(() => ({ place: JSON.stringify(place()), locale: locale() }));
	$effect(() => {
		const now = { place: JSON.stringify(place()), locale: locale() };
		untrack(() => {
			const moved = now.place !== seen.place;
			const translated = now.locale !== seen.locale;
			seen = now;
			// The other language is another entry of the history, of the same place.
			if (translated) onplace(session.place, 'replace');
			else if (ready() && moved && now.place !== JSON.stringify(session.place)) {
				session.show(place() ?? { at: 'start' });
				onmoved();
			}
		});
	});
	$effect(() => {
		const flush = () => session.flush();
		addEventListener('pagehide', flush);
		document.addEventListener('visibilitychange', flush);
		return () => {
			removeEventListener('pagehide', flush);
			document.removeEventListener('visibilitychange', flush);
		};
	});
}
