import type { GradebookRow } from '#lib/training/report/gradebook';
import { enoughAnswers, type Item, type ItemFlag } from '#lib/training/report/item-analysis';

/** From so many answers on a question is judged: see the analysis. */
export const enoughForFlags = enoughAnswers;

export const gradebookOrders = ['name', 'lowest', 'highest', 'newest'] as const;
export type GradebookOrder = (typeof gradebookOrders)[number];

/** Those without a score stand last, whichever is first. */
const scored = ({ mean }: GradebookRow) => Number(mean === null);
const share = ({ mean }: GradebookRow) => mean ?? 0;

/** Rows of a gradebook in an order; names by the alphabet of `locale`. The list itself stays as it is. */
export function inGradebookOrder(
	rows: readonly GradebookRow[],
	order: GradebookOrder,
	locale: string
): GradebookRow[] {
	const { compare } = new Intl.Collator(locale);
	const byName = (a: GradebookRow, b: GradebookRow) => compare(a.name, b.name);
	const orders = {
		name: byName,
		lowest: (a: GradebookRow, b: GradebookRow) =>
			scored(a) - scored(b) || share(a) - share(b) || byName(a, b),
		highest: (a: GradebookRow, b: GradebookRow) =>
			scored(a) - scored(b) || share(b) - share(a) || byName(a, b),
		newest: (a: GradebookRow, b: GradebookRow) => b.received - a.received || byName(a, b)
	};
	return [...rows].sort(orders[order]);
}

/** What needs a look first: a wrong key misleads every learner, too few answers say nothing. */
const urgency: readonly ItemFlag[] = [
	'key-suspect',
	'languages-differ',
	'too-hard',
	'too-easy',
	'too-few'
];
const rank = ({ flags }: Item) => {
	const ranks = flags.map((flag) => urgency.indexOf(flag));
	// Without a flag they stand before those of which nothing can be said.
	return ranks.length ? Math.min(...ranks) : urgency.length - 1.5;
};

/** Questions by what has to be looked at first, then by the hardest. */
export const byFlag = (items: readonly Item[]): Item[] =>
	[...items].sort((a, b) => rank(a) - rank(b) || (a.facility ?? 1) - (b.facility ?? 1));
