import { groupedBy } from '#lib/base/grouped';
import type { GivenAssignment, LearnerResult } from '../collected';
import type { Member } from '../roster';
import { latestOf } from '../given';
import { ledgerRow } from './ledger-row';

/**
 * What was heard of a learner or a lesson, and no more than that: 'nothing' is not "not done". 'accepted': a hand-in
 * came, with no attempt in it; 'in-progress': an attempt was begun; 'complete': one was ended.
 */
export type Heard = 'nothing' | 'accepted' | 'in-progress' | 'complete';

export interface LedgerCell {
	readonly lesson: string;
	readonly heard: Heard;
	/** Its first complete attempt ended after it was due, by the learner's clock. */
	readonly late: boolean;
	/** Its first complete attempt was collected after it was due, by the trainer's clock. */
	readonly receivedAfterDue: boolean;
	/** Attempts that count, those in progress with them. */
	readonly attempts: number;
}

export interface LedgerRow {
	/** As in `CollectedHandIn`. */
	readonly learner: string;
	/** As on the roster, else as the student gave them. */
	readonly name: string;
	readonly number: string;
	/** Empty off the roster. */
	readonly department: string;
	readonly jobTitle: string;
	readonly onRoster: boolean;
	/** When it was recorded that they left; they are in no count but that of leavers. */
	readonly left: number | null;
	/** Null where nothing was heard. */
	readonly standing: LearnerResult['standing'] | null;
	/** Complete: every lesson is. */
	readonly heard: Heard;
	/** Hand-ins that could not be opened; absent for none. */
	readonly unreadable?: number;
	/** What is said holds as of then: the newest hand-in was made by the learner's clock; null where nothing was heard. */
	readonly asOf: number | null;
	/** When that one was collected. */
	readonly received: number | null;
	readonly late: boolean;
	readonly receivedAfterDue: boolean;
	/** A lesson each, in the order of the assignment. */
	readonly cells: readonly LedgerCell[];
}

/** Learners without leavers; with a roster, those on it. */
export interface LedgerCounts {
	/** Of how many it is known that they got it to do; null without a roster: a group link tells nobody. */
	readonly assigned: number | null;
	readonly nothing: number;
	readonly accepted: number;
	readonly inProgress: number;
	readonly complete: number;
	readonly late: number;
	readonly receivedAfterDue: number;
	readonly unconfirmed: number;
	readonly leavers: number;
	/** Heard of, and not on the roster that there is. */
	readonly offRoster: number;
}

export interface Ledger {
	readonly assignment: string;
	/** When it was made, by the trainer's clock. */
	readonly asOf: number;
	readonly due: number | null;
	readonly lessons: readonly string[];
	/** The roster in its order, then others in the order in which they were added. */
	readonly rows: readonly LedgerRow[];
	readonly counts: LedgerCounts;
}

/** Those from whom not everything was received, by department in the order of the roster. */
export interface MissingIn {
	readonly department: string;
	readonly learners: readonly (Pick<Member, 'id' | 'name' | 'number'> & Pick<LedgerRow, 'heard'>)[];
}

/** The ledger as of now. Nobody who is on the roster is missing in it. */
export function ledgerOf(
	given: GivenAssignment,
	results: readonly LearnerResult[],
	now: number
): Ledger {
	const tally = new LedgerTally(given);
	for (const result of results) tally.add(result);
	return tally.ledger(now);
}

/** A ledger that results come into one by one; it keeps a row of each learner, not the answers. */
export class LedgerTally {
	readonly #given: GivenAssignment;
	readonly #members: ReadonlyMap<string, Member>;
	readonly #rows = new Map<string, LedgerRow>();

	constructor(given: GivenAssignment) {
		this.#given = given;
		this.#members = new Map(given.roster.map((member) => [member.id, member]));
	}

	/** A result in the place of an earlier one of the same learner, if there is one. */
	add(result: LearnerResult): void {
		const member = this.#members.get(result.learner) ?? null;
		this.#rows.set(result.learner, ledgerRow(this.#given, member, result));
	}

	ledger(now: number): Ledger {
		const { id, roster } = this.#given;
		const { due, lessons } = latestOf(this.#given);
		const rows = [
			...roster.map((member) => this.#rows.get(member.id) ?? ledgerRow(this.#given, member, null)),
			...[...this.#rows.values()].filter(({ onRoster }) => !onRoster)
		];
		return {
			assignment: id,
			asOf: now,
			due,
			lessons,
			rows,
			counts: countsOf(rows, roster.length > 0)
		};
	}
}

function countsOf(all: readonly LedgerRow[], hasRoster: boolean): LedgerCounts {
	const rows = all.filter(({ left, onRoster }) => left === null && (onRoster || !hasRoster));
	const count = (is: (row: LedgerRow) => boolean) => rows.filter(is).length;
	return {
		assigned: hasRoster ? rows.length : null,
		nothing: count(({ heard }) => heard === 'nothing'),
		accepted: count(({ heard }) => heard === 'accepted'),
		inProgress: count(({ heard }) => heard === 'in-progress'),
		complete: count(({ heard }) => heard === 'complete'),
		late: count(({ late }) => late),
		receivedAfterDue: count((row) => row.receivedAfterDue),
		unconfirmed: count(({ standing }) => standing === 'unconfirmed'),
		leavers: all.filter(({ left }) => left !== null).length,
		offRoster: hasRoster ? all.filter(({ onRoster }) => !onRoster).length : 0
	};
}

/** Those of whom not everything is complete as far as is known, leavers aside, by department; or those in one department. */
export function missingIn({ rows }: Pick<Ledger, 'rows'>, department?: string): MissingIn[] {
	const missing = rows.filter(
		(row) =>
			row.left === null &&
			row.onRoster &&
			row.heard !== 'complete' &&
			(department === undefined || row.department === department)
	);
	return [...groupedBy(missing, (row) => row.department)].map(([department, learners]) => ({
		department,
		learners: learners.map(({ learner: id, name, number, heard }) => ({ id, name, number, heard }))
	}));
}
