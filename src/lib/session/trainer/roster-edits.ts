import { folded } from '#lib/base/arabic';
import { uuidv7 } from '#lib/base/id';
import { makeToken } from '#lib/training/keys/token';
import {
	memberChanged,
	memberLeft,
	memberWith,
	mergeRoster,
	type Member
} from '#lib/training/roster';
import { parseRoster, type NewMember, type RosterProblem } from '#lib/training/roster/roster-text';

/** For who is put on a roster now. */
const freshIds = { id: () => uuidv7(), token: () => makeToken() };

/** Largest file that is read as a list of people, in bytes. */
const largestFile = 10_000_000;

/** What was understood of a list, before it is taken. */
export interface UnderstoodRoster {
	readonly members: readonly (NewMember & { readonly known: boolean })[];
	readonly problems: readonly RosterProblem[];
}

/** A pasted or chosen list => what it would add to a roster, and what is left out. */
export function understood(text: string, roster: readonly Member[]): UnderstoodRoster {
	const { members, problems } = parseRoster(text);
	return {
		members: members.map((member) => ({
			...member,
			known: member.number !== '' && memberWith(roster, member.number) !== null
		})),
		problems
	};
}

/** The text of a chosen file; null where it is too large for a list. */
export const listIn = async (file: File): Promise<string | null> =>
	file.size > largestFile ? null : file.text();

/** Those in whose name, number, department or job title the words stand. */
export function found(roster: readonly Member[], words: string): readonly Member[] {
	const wanted = folded(words.trim(), 'lenient');
	if (!wanted) return roster;
	return roster.filter(({ name, number, department, jobTitle }) =>
		[name, number, department, jobTitle].some((text) => folded(text, 'lenient').includes(wanted))
	);
}

/** Who keeps rosters; says whether a change is kept. */
export interface RosterKeeper {
	changeRoster(
		assignment: string,
		change: (roster: readonly Member[]) => readonly Member[]
	): Promise<boolean>;
}

/** Changes to the roster of one assignment; each says whether it is kept. */
export class RosterEdits {
	readonly #keeper: RosterKeeper;
	readonly assignment: string;

	constructor(keeper: RosterKeeper, assignment: string) {
		this.#keeper = keeper;
		this.assignment = assignment;
	}

	add(people: readonly NewMember[]): Promise<boolean> {
		return this.#change((roster) => mergeRoster(roster, people, freshIds));
	}

	/** One more; 'taken' where the number is somebody's already. */
	async addOne(words: NewMember): Promise<'kept' | 'taken' | 'failed'> {
		let taken = false;
		const kept = await this.#change((roster) => {
			taken = memberWith(roster, words.number) !== null;
			return taken ? roster : mergeRoster(roster, [words], freshIds);
		});
		return taken ? 'taken' : kept ? 'kept' : 'failed';
	}

	/** Somebody left now, or is back. */
	leave(member: Member): Promise<boolean> {
		const left = member.left === null ? Date.now() : null;
		return this.#change((roster) => memberLeft(roster, member.id, left));
	}

	/** Other words about somebody; 'taken' where the number is somebody else's. */
	async edit(member: Member, words: NewMember): Promise<'kept' | 'taken' | 'failed'> {
		let taken = false;
		const kept = await this.#change((roster) => {
			const edited = memberChanged(roster, member.id, words);
			taken = edited === null;
			return edited ?? roster;
		});
		return taken ? 'taken' : kept ? 'kept' : 'failed';
	}

	#change(change: (roster: readonly Member[]) => readonly Member[]): Promise<boolean> {
		return this.#keeper.changeRoster(this.assignment, change);
	}
}
