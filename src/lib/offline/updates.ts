/** An attempt that was left this long ago does not hold back a new version any more: 24 hours, in milliseconds. */
const heldFor = 24 * 60 * 60 * 1000;

/** Milliseconds since 1970 in a UUIDv7; 0 for another text. */
const timeOf = (id: string): number => {
	const time = parseInt(id.replaceAll('-', '').slice(0, 12), 16);
	return Number.isNaN(time) ? 0 : time;
};

/**
 * What to do about a new version: nothing where none waits; hold it while an attempt is open (ids of the attempts that the
 * device has marked); else offer it.
 */
export function updateStep(
	waiting: boolean,
	attempts: readonly string[],
	now: number
): 'none' | 'held' | 'offered' {
	if (!waiting) return 'none';
	return attempts.some((id) => now - timeOf(id) < heldFor) ? 'held' : 'offered';
}

interface Click {
	readonly button: number;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly defaultPrevented: boolean;
}
interface Link {
	readonly href: string;
	readonly target: string;
	readonly download: string;
}

/** Whether a click on a link leads to another page of the site in this tab. */
export function isNavigation(click: Click, link: Link, here: string, scope: string): boolean {
	const other = (address: string) => address.replace(/#.*$/, '');
	return (
		click.button === 0 &&
		!(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.defaultPrevented) &&
		(link.target === '' || link.target === '_self') &&
		!link.download &&
		link.href.startsWith(scope) &&
		other(link.href) !== other(here)
	);
}
