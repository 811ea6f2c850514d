import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import type { Confidence, EventRecord, ResponseRecord } from './record';

/** What a question counts in an attempt. */
export interface CountedMark {
	/**
	 * What counts: the first try, if no hint and no answer was shown before it; null before the first try or showing. A
	 * key that was changed later can add to it, never take away.
	 */
	readonly mark: Score | null;
	/** What the first try earned by the key of then, and by the newest one; null where the key was not changed. */
	readonly markedBefore: Score | null;
	readonly markedAgain: Score | null;
}

/** How many different hints were shown. */
export function hintsIn(events: readonly EventRecord[]): number {
	const shown = events.flatMap((event) => (event.type === 'hint-shown' ? [event.hint] : []));
	return shown.length < 2 ? shown.length : new Set(shown).size;
}

/** The last word on how sure one is, of those said before the first try. */
export function confidenceIn(
	events: readonly EventRecord[],
	first: ResponseRecord | undefined
): Confidence | null {
	const said = events.findLast(
		(event) => event.type === 'confidence-given' && (!first || event.sequence < first.sequence)
	);
	return said?.type === 'confidence-given' ? said.confidence : null;
}

const isHelp = ({ type }: EventRecord) => type === 'hint-shown' || type === 'answer-shown';

/** Whether a hint or the answer was shown before the first try. */
export const helpedBefore = (events: readonly EventRecord[], first: ResponseRecord): boolean =>
	events.some((event) => isHelp(event) && event.sequence < first.sequence);

/** What a try earned: as it was marked then, or by a key that was changed since, whichever is more. */
export function bestMark({ earned, possible }: Score, events: readonly EventRecord[]): Score {
	let best: Score = { earned, possible };
	for (const event of events)
		if (event.type === 'remarked' && shareOf(event) > shareOf(best))
			best = { earned: event.earned, possible: event.possible };
	return best;
}

/**
 * One question's events in order, and the first try at it => what counts. The first try counts unless help came before
 * it; help without a try counts nothing. Of several changed keys the one that gives most counts: what a key once gave is
 * never taken away.
 */
export function countedMark(
	events: readonly EventRecord[],
	first: ResponseRecord | undefined
): CountedMark {
	const once = (mark: Score | null) => ({ mark, markedBefore: null, markedAgain: null });
	if (!first) return once(events.some(isHelp) ? { earned: 0, possible: 1 } : null);
	const { earned, possible } = first;
	if (helpedBefore(events, first)) return once({ earned: 0, possible });
	const again = events.findLast((event) => event.type === 'remarked');
	if (again?.type !== 'remarked') return once({ earned, possible });
	return {
		mark: bestMark(first, events),
		markedBefore: { earned, possible },
		markedAgain: { earned: again.earned, possible: again.possible }
	};
}
