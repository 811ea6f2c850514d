/** What stands in a cell. A share, 0 to 1, is shown in percent where that can be. */
export type Cell = string | number | null | { readonly share: number };

/** A table to take away; the first row is the heading. Words in it were put there by the caller. */
export interface Table {
	/** Of the sheet. */
	readonly title: string;
	readonly rows: readonly (readonly Cell[])[];
}

/** To four digits: what a computer adds to thirds is nobody's score. */
export const roundedShare = (share: number): number => Math.round(share * 10_000) / 10_000;

export const shareCell = (share: number | null): Cell =>
	share === null ? null : { share: roundedShare(share) };

/** Milliseconds => minutes with one digit. */
export const minutesCell = (milliseconds: number): number => Math.round(milliseconds / 6000) / 10;
