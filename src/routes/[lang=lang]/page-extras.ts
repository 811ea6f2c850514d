import type { Now } from './behind-page';

/** A step between: who imports something on demand lists all its files, and a page's first script is at its limit. */
export async function startBehindPage(now: Now): Promise<void> {
	(await import('./behind-page')).startBehindPage(now);
}
