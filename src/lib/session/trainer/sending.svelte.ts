import { latestOf } from '#lib/training/given';
import type { GivenAssignment } from '#lib/training/collected';
import type { Member } from '#lib/training/roster';
import { offerFile } from '../download';
import type { Href } from '../site';
import { fileNameOf } from './file-name';
import { linkFor, personalLinks, type SentLink } from './links';
import type { TrainerSide } from './trainer-side.svelte';

/** A personal link, and whose it is. */
export type PersonalLink = SentLink & { readonly member: Member };

/** Whether this browser has a share sheet. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Whether a personal link says the same of both. */
const isSame = (one: Member | undefined, other: Member): boolean =>
	one?.name === other.name && one.number === other.number && one.token === other.token;

/** The links of an assignment in its last revision, signed anew whenever that changes. */
export class Sending {
	group = $state.raw<SentLink | null>(null);
	personal = $state.raw<readonly PersonalLink[]>([]);
	state = $state<'making' | 'made' | 'other-keys' | 'failed'>('making');
	/** Personal links are being made. */
	busy = $state(false);

	readonly #side: TrainerSide;
	readonly #href: Href;
	#made = '';
	#round = 0;
	/** For whom personal links were asked for last; null while they were not. */
	#asked: GivenAssignment | null = null;

	constructor(side: TrainerSide, href: Href) {
		this.#side = side;
		this.#href = href;
	}

	/** Makes the group link, unless it is there. Those to persons are made once they are asked for, and follow the roster. */
	async make(given: GivenAssignment): Promise<void> {
		const assignment = latestOf(given);
		const key = JSON.stringify(assignment);
		if (this.#made === key && this.state === 'made')
			return this.#asked ? this.makePersonal(given) : undefined;
		const round = ++this.#round;
		this.#asked = null;
		Object.assign(this, { group: null, personal: [], state: 'making' });
		const keys = this.#side.keysFor(assignment);
		if (!keys) return void (this.state = 'other-keys');
		try {
			const group = await linkFor(assignment, null, keys, this.#href);
			if (round !== this.#round) return;
			this.#made = key;
			Object.assign(this, { group, state: 'made' });
		} catch {
			if (round === this.#round) this.state = 'failed';
		}
	}

	/** Makes a link for each who is on the roster and has not left. */
	async makePersonal(given: GivenAssignment): Promise<void> {
		this.#asked = given;
		if (this.busy) return;
		this.busy = true;
		try {
			// The roster may change meanwhile.
			let done: GivenAssignment | null = null;
			while (this.#asked && this.#asked !== done) {
				done = this.#asked;
				const round = this.#round;
				const personal = await this.#linksOf(done);
				// Not those of a revision that is no longer in force.
				if (round === this.#round) this.personal = personal;
			}
		} catch {
			this.state = 'failed';
		} finally {
			this.busy = false;
		}
	}

	/** Those that are there stay, where their words are as they were. */
	async #linksOf(given: GivenAssignment): Promise<PersonalLink[]> {
		const assignment = latestOf(given);
		const keys = this.#side.keysFor(assignment);
		if (!keys) return [];
		const links = new Map(this.personal.map((link) => [link.member.id, link]));
		const members = given.roster.filter(({ left }) => left === null);
		const missing = members.filter((member) => !isSame(links.get(member.id)?.member, member));
		for await (const link of personalLinks(assignment, missing, keys, this.#href))
			links.set(link.member.id, link);
		return members.map((member) => ({ ...links.get(member.id)!, member }));
	}

	/** Opens the share sheet; says whether something was sent by it. */
	async share(title: string, { link }: SentLink): Promise<boolean> {
		try {
			await navigator.share({ title, url: link });
			return true;
		} catch {
			// Closed without choosing, or refused.
			return false;
		}
	}

	/** Hands the assignment to the browser as a file. */
	download(title: string, { file }: SentLink): void {
		offerFile(`${fileNameOf(title)}.durus.txt`, file, 'text/plain');
	}
}
