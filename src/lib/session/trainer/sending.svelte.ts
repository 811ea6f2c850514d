import type { Assignment } from '#lib/training/assignment';
import { latestOf } from '#lib/training/given';
import type { GivenAssignment } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
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

	constructor(side: TrainerSide, href: Href) {
		this.#side = side;
		this.#href = href;
	}

	/** Makes the group link, unless it is there. Those to persons are made when they are asked for. */
	async make(given: GivenAssignment): Promise<void> {
		const assignment = latestOf(given);
		const key = JSON.stringify(assignment);
		if (this.#made === key && this.state === 'made') return;
		const round = ++this.#round;
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
		const assignment = latestOf(given);
		const keys = this.#side.keysFor(assignment);
		if (!keys || this.busy) return;
		this.busy = true;
		try {
			this.personal = await this.#linksOf(given, assignment, keys);
		} catch {
			this.state = 'failed';
		} finally {
			this.busy = false;
		}
	}

	async #linksOf(given: GivenAssignment, assignment: Assignment, keys: TrainerKeys) {
		const made: PersonalLink[] = [];
		const members = given.roster.filter(({ left }) => left === null);
		for await (const link of personalLinks(assignment, members, keys, this.#href)) made.push(link);
		return made;
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
