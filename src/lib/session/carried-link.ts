import { databaseName } from './device';

/**
 * What a link brought behind its '#', while it waits to be accepted: out of the address bar, and out of the history. It
 * outlasts a reload of this tab, as when another learner is chosen.
 */
const name = () => `${databaseName()}-link`;

export function keepLink(text: string): void {
	try {
		sessionStorage.setItem(name(), text);
	} catch {
		// Then a reload forgets it, and the link is opened once more.
	}
}

export function keptLink(): string | null {
	try {
		return sessionStorage.getItem(name());
	} catch {
		return null;
	}
}

export function dropLink(): void {
	try {
		sessionStorage.removeItem(name());
	} catch {
		// There is nothing to drop.
	}
}

/** The fragment of a link of ours: an assignment, a receipt, or a hand-in that went the wrong way. */
export const isLink = (hash: string): boolean => /^#[ahr]=/.test(hash);

/** The address of the page that is shown, with what its link brought: for another browser. */
export const addressWithLink = (href: string): string => {
	const link = keptLink();
	return link && /\/assignment\/(#.*)?$/.test(href) ? href.replace(/#.*$/, '') + link : href;
};
