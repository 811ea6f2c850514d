import type { Now } from './people-watch';

/** A step between: who imports something on demand lists all its files, and a page's first script is at its limit. */
export async function watchPeople(now: Now): Promise<void> {
	try {
		(await import('./people-watch')).watchPeople(now);
	} catch {
		// It could not be fetched; without it nothing that is shown is wrong.
	}
}
