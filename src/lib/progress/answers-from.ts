import type { AttemptRecord } from './record';

/** From when on the answers of an attempt may be shown, in milliseconds since 1970; null: as soon as it is ended. */
export const answersFrom = ({ terms }: Pick<AttemptRecord, 'terms'>): number | null =>
	terms.reduce<number | null>(
		(latest, { answersFrom = null }) =>
			answersFrom === null ? latest : Math.max(latest ?? answersFrom, answersFrom),
		null
	);
