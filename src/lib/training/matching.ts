import type { CollectedHandIn, GivenAssignment } from './collected';
import type { OpenedHandIn } from './hand-in';
import { numberKey, type Member } from './roster';

export type Match = Pick<CollectedHandIn, 'learner' | 'standing'>;

/** The name in the ledger of somebody who is on no roster. */
export const unlisted = ({ signerId, profile }: Pick<CollectedHandIn, 'signerId' | 'profile'>) =>
	`${signerId}.${profile}`;

/**
 * Finds whose a hand-in is. The first one with a member's token pins the device that signed it; what that device signs is
 * confirmed from then on. Another device, or a number without a token, is unconfirmed.
 */
export class Matcher {
	readonly #given: GivenAssignment;
	readonly #tokens: ReadonlyMap<string, Member>;
	readonly #numbers: ReadonlyMap<string, Member>;
	readonly #devices = new Map<string, Member>();
	readonly #pinned = new Map<string, Member>();

	constructor(given: GivenAssignment) {
		this.#given = given;
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
			return { learner: known.id, standing: 'confirmed' };
		if (!known && owner && this.#deviceOf(owner) === null) {
			const pinned = { ...owner, device: signerId, profile };
			this.#pinned.set(owner.id, pinned);
			this.#know(pinned);
			return { learner: owner.id, standing: 'confirmed' };
		}
		return { learner: named?.id ?? name, standing: 'unconfirmed' };
	}

	/** The assignment with the devices that were pinned; null where none was. */
	get pinned(): GivenAssignment | null {
		if (!this.#pinned.size) return null;
		const roster = this.#given.roster.map((member) => this.#pinned.get(member.id) ?? member);
		return { ...this.#given, roster };
	}

	/** Whether the device was pinned by what was matched here. */
	isNew(learner: string): boolean {
		return this.#pinned.has(learner);
	}

	#deviceOf(member: Member): string | null {
		return (this.#pinned.get(member.id) ?? member).device;
	}

	#know(member: Member): void {
		const { device, profile } = member;
		if (device !== null && profile !== null)
			this.#devices.set(unlisted({ signerId: device, profile }), member);
	}
}
