import { groupedBy } from '#lib/base/grouped';
import type { GradebookRow } from './gradebook';
import type { LedgerRow } from './ledger';

/** Learners without leavers. */
export interface DepartmentSummary {
	/** Empty for members without one; null for those who are on no roster. */
	readonly department: string | null;
	/** Null where no roster says so. */
	readonly assigned: number | null;
	/** Of whom a hand-in was collected. */
	readonly heard: number;
	/** Every lesson complete, and every lesson passed. */
	readonly finished: number;
	readonly passed: number;
	/** Of those who finished, whose hand-ins are unconfirmed: it may be somebody else who did. */
	readonly unconfirmed: number;
	readonly late: number;
	/** Assigned, and nothing was received; null where no roster says who. */
	readonly notReceived: number | null;
}

/** Departments in the order of the roster, then those who are on no roster. */
export function departmentsOf(
	ledger: readonly LedgerRow[],
	gradebook: ReadonlyMap<string, GradebookRow>,
	hasRoster: boolean
): DepartmentSummary[] {
	const rows = ledger.filter(({ left }) => left === null);
	const onRoster = groupedBy(
		rows.filter((row) => row.onRoster),
		({ department }) => department
	);
	const others = rows.filter((row) => !row.onRoster);
	const summary = (department: string | null, mine: readonly LedgerRow[]): DepartmentSummary => {
		const count = (is: (row: LedgerRow) => boolean) => mine.filter(is).length;
		const assigned = hasRoster && department !== null ? mine.length : null;
		const heard = count((row) => row.heard !== 'nothing');
		return {
			department,
			assigned,
			heard,
			finished: count((row) => row.heard === 'complete'),
			passed: count(({ learner }) => gradebook.get(learner)?.passed ?? false),
			unconfirmed: count((row) => row.heard === 'complete' && row.standing === 'unconfirmed'),
			late: count(({ late }) => late),
			notReceived: assigned === null ? null : assigned - heard
		};
	};
	return [
		...[...onRoster].map(([department, mine]) => summary(department, mine)),
		...(others.length ? [summary(null, others)] : [])
	];
}

/** All together. Those on no roster are in it only where there is none: nobody said that they were to do it. */
export function totalOf(
	departments: readonly DepartmentSummary[],
	hasRoster: boolean
): DepartmentSummary {
	const counted = departments.filter(({ assigned }) => !hasRoster || assigned !== null);
	const sum = (of: (summary: DepartmentSummary) => number) =>
		counted.reduce((total, summary) => total + of(summary), 0);
	return {
		department: null,
		assigned: hasRoster ? sum(({ assigned }) => assigned!) : null,
		heard: sum(({ heard }) => heard),
		finished: sum(({ finished }) => finished),
		passed: sum(({ passed }) => passed),
		unconfirmed: sum(({ unconfirmed }) => unconfirmed),
		late: sum(({ late }) => late),
		notReceived: hasRoster ? sum(({ notReceived }) => notReceived!) : null
	};
}
