import type { CollectedHandIn, GivenAssignment } from '../collected';
import type { OpenedHandIn } from '../hand-in';
import { numberKey, type Member } from '../roster';

export interface Match extends Pick<CollectedHandIn, 'learner' | 'standing'> {
	/** It is the first one with the learner's token: its device is hers from now on. */
	readonly pins: boolean;
}

/** The name in the ledger of somebody who is on no roster. */
export const unlisted = ({ signerId, profile }: Pick<CollectedHandIn, 'signerId' | 'profile'>) =>
	`${signerId}.${profile}`;

/**
 * Finds whose a hand-in is. The first one with a member's token pins the device that signed it; what that device signs is
 * confirmed from then on. Another device, or a number without a token, is unconfirmed.
 */
export class Matcher {
	readonly #tokens: ReadonlyMap<string, Member>;
	readonly #numbers: ReadonlyMap<string, Member>;
	readonly #devices = new Map<string, Member>();
	/** Members whose device is known. */
	readonly #pinned = new Set<string>();

	constructor(given: Pick<GivenAssignment, 'roster'>) {
		this.#tokens = new Map(given.roster.map((member) => [member.token, member]));
		this.#numbers = new Map(
			given.roster.flatMap((member) =>
				numberKey(member.number) ? [[numberKey(member.number), member]] : []
			)
		);
		for (const member of given.roster) this.#know(member);
	}

	match({ handIn: { learner }, signerId }: OpenedHandIn): Match {
		const { token, number, profile } = learner;
		const name = unlisted({ signerId, profile });
		const known = this.#devices.get(name);
		const owner = token === null ? undefined : this.#tokens.get(token);
		const named = owner ?? this.#numbers.get(numberKey(number));
		// Two people at one device who do not tell each other apart: whose device it is says nothing of the second one.
		if (known && (!named || named.id === known.id))
			return { learner: known.id, standing: 'confirmed', pins: false };
		if (!known && owner && !this.#pinned.has(owner.id)) {
			this.#know({ ...owner, device: signerId, profile });
			return { learner: owner.id, standing: 'confirmed', pins: true };
		}
		return { learner: named?.id ?? name, standing: 'unconfirmed', pins: false };
	}

	#know(member: Member): void {
		const { device, profile } = member;
		if (device === null || profile === null) return;
		this.#pinned.add(member.id);
		this.#devices.set(unlisted({ signerId: device, profile }), member);
	}
}
