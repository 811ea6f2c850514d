import type { Addressee, Assignment } from '#lib/training/assignment';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import type { Member } from '#lib/training/roster';
import type { Href, Target } from '../site';

/** The whole address of a screen of this site, with something in its fragment: it goes to nobody's server. */
export const addressWith = (href: Href, target: Target, fragment: string): string =>
	new URL(href(target), location.href).href.replace(/#.*$/, '') + fragment;

/** An assignment as it is sent: '…/en/assignment/#a=…', and the text of the same as a file. */
export interface SentLink {
	readonly link: string;
	readonly file: string;
}

/** The link of an assignment for everybody (null), or for one person. Signs it. */
export async function linkFor(
	assignment: Assignment,
	addressee: Addressee | null,
	keys: TrainerKeys,
	href: Href
): Promise<SentLink> {
	const { writeAssignment, fragmentOf, fileOf } = await import('#lib/training/wire/link');
	const signed = await writeAssignment(assignment, addressee, keys);
	return {
		link: addressWith(href, { to: 'assignment' }, fragmentOf(signed)),
		file: fileOf(signed)
	};
}

/** A personal link for each member, one after the other, so that a long roster can be shown as it comes. */
export async function* personalLinks(
	assignment: Assignment,
	members: readonly Member[],
	keys: TrainerKeys,
	href: Href
): AsyncGenerator<SentLink & { readonly member: Member }> {
	for (const member of members) {
		const { name, number, token } = member;
		yield { member, ...(await linkFor(assignment, { name, number, token }, keys, href)) };
	}
}
