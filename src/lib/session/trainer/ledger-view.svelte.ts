import { groupedBy } from '#lib/base/grouped';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment } from '#lib/training/collected';
import {
	LedgerTally,
	missingIn,
	type Heard,
	type Ledger,
	type LedgerRow
} from '#lib/training/report/ledger';
import { devicesIn, type HandingDevice } from '#lib/training/roster/devices';
import type { LedgerPart } from './choices';

export const ledgerKeys = ['name', 'department', 'heard', 'when'] as const;
export type LedgerKey = (typeof ledgerKeys)[number];

const ranks: { readonly [H in Heard]: number } = {
	nothing: 0,
	accepted: 1,
	'in-progress': 2,
	complete: 3
};

/** Rows in an order; the list itself stays as it is. Leavers come last. */
export function inLedgerOrder(
	rows: readonly LedgerRow[],
	key: LedgerKey,
	descending: boolean,
	locale: string
): LedgerRow[] {
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const byName = (a: LedgerRow, b: LedgerRow) => compare(a.name, b.name);
	const orders: { readonly [K in LedgerKey]: (a: LedgerRow, b: LedgerRow) => number } = {
		name: byName,
		department: (a, b) => compare(a.department, b.department),
		heard: (a, b) => ranks[a.heard] - ranks[b.heard],
		when: (a, b) => (a.asOf ?? 0) - (b.asOf ?? 0)
	};
	const gone = ({ left }: LedgerRow) => Number(left !== null);
	const way = descending ? -1 : 1;
	return [...rows].sort((a, b) => gone(a) - gone(b) || way * orders[key](a, b) || byName(a, b));
}

/** The ledger of one assignment as it is shown: in an order, of a department, of those missing. */
export class LedgerView {
	ledger = $state.raw<Ledger | null>(null);
	/** Devices with something unconfirmed, by learner: also beside a device that is pinned. */
	unconfirmed = $state.raw<ReadonlyMap<string, readonly HandingDevice[]>>(new Map());
	key = $state<LedgerKey>('name');
	descending = $state(false);
	/** Null for all. */
	department = $state<string | null>(null);
	part = $state<LedgerPart>('everybody');

	readonly departments: readonly string[] = $derived([
		...new Set(this.ledger?.rows.filter(({ onRoster }) => onRoster).map((row) => row.department))
	]);
	readonly #chosen = $derived(
		(this.ledger?.rows ?? []).filter(
			(row) =>
				(this.department === null || (row.onRoster && row.department === this.department)) &&
				(this.part === 'everybody' ||
					(this.part === 'unconfirmed'
						? this.unconfirmed.has(row.learner) || (!row.onRoster && this.hasRoster)
						: row.left === null && row.heard !== 'complete'))
		)
	);
	/** A roster says who is expected. */
	readonly hasRoster: boolean = $derived(
		this.ledger?.rows.some(({ onRoster }) => onRoster) ?? false
	);
	#round = 0;

	/** Goes through all that was received, in pieces. */
	async look(store: TrainerStore, given: GivenAssignment): Promise<void> {
		const round = ++this.#round;
		const tally = new LedgerTally(given);
		await store.eachResult(given.id, (results) => {
			for (const result of results) tally.add(result);
		});
		const received = await store.receivedIn(given.id);
		const open = received.filter(({ standing }) => standing === 'unconfirmed');
		if (round !== this.#round) return;
		this.ledger = tally.ledger(Date.now());
		this.unconfirmed = new Map(
			[...groupedBy(open, ({ learner }) => learner)].map(([learner, rows]) => [
				learner,
				devicesIn(rows)
			])
		);
	}

	/** What is shown, in its order. */
	rows(locale: string): readonly LedgerRow[] {
		return inLedgerOrder(this.#chosen, this.key, this.descending, locale);
	}

	sortBy(key: LedgerKey): void {
		this.descending = this.key === key && !this.descending;
		this.key = key;
	}

	/** Names and numbers of those missing, one a line, by department; only those of the chosen one. */
	missing(): string {
		if (!this.ledger) return '';
		return missingIn(this.ledger, this.department ?? undefined)
			.map(({ department, learners }) =>
				[
					...(department ? [`${department}:`] : []),
					...learners.map(({ name, number }) => (number ? `${name} (${number})` : name))
				].join('\n')
			)
			.join('\n\n');
	}
}
