import type { AttemptLog, AttemptRecord } from '#lib/progress/record';
import { groupedBy } from '#lib/base/grouped';
import type { CollectedHandIn } from '../collected';
import type { HandedRecords, HandIn } from '../hand-in';

/** A hand-in with what collecting knew of it. */
export interface OpenedCollected extends Pick<CollectedHandIn, 'at' | 'received' | 'standing'> {
	readonly handIn: HandIn;
}

/** The records of one attempt, and when they were collected. */
export interface HandedLog extends Omit<AttemptLog, 'questions'> {
	/** When the attempt, and when an end of it, was first collected. */
	readonly begunReceived: number;
	readonly endReceived: number | null;
}

type Handed = {
	[T in keyof HandedRecords]: Map<string, HandedRecords[T][number]>;
};

/**
 * Several hand-ins of one learner => their attempts. Records are merged by id; where a later hand-in has another record
 * under an id that is known, the one that was collected first stays. It does not matter in which order they are given.
 */
export function foldedHandIns(collected: readonly OpenedCollected[]): HandedLog[] {
	const handed: Handed = {
		attempts: new Map(),
		drafts: new Map(),
		responses: new Map(),
		submissions: new Map(),
		events: new Map()
	};
	const begun = new Map<string, number>();
	const ended = new Map<string, number>();
	for (const { handIn, received } of inOrderOfArrival(collected)) {
		const { attempts, drafts, responses, submissions, events } = handIn.records;
		for (const attempt of attempts) {
			addFirst(handed.attempts, attempt.id, attempt);
			addFirst(begun, attempt.id, received);
		}
		for (const response of responses) addFirst(handed.responses, response.id, response);
		for (const event of events) addFirst(handed.events, event.id, event);
		for (const end of submissions) {
			addFirst(handed.submissions, end.id, end);
			addFirst(ended, end.attempt, received);
		}
		for (const draft of drafts) {
			const key = `${draft.attempt} ${draft.question} ${draft.tab}`;
			const known = handed.drafts.get(key);
			// Drafts are written over as somebody types: the newest tells.
			if (!known || draft.sequence > known.sequence) handed.drafts.set(key, draft);
		}
	}
	const of = <T>(records: Map<string, T>, keyOf: (record: T) => string) =>
		groupedBy([...records.values()], keyOf);
	const drafts = of(handed.drafts, ({ attempt }) => attempt);
	const responses = of(handed.responses, ({ attempt }) => attempt);
	const submissions = of(handed.submissions, ({ attempt }) => attempt);
	const events = of(handed.events, (event) => ('attempt' in event ? (event.attempt ?? '') : ''));
	return [...handed.attempts.values()].map((attempt: AttemptRecord) => ({
		attempt,
		drafts: drafts.get(attempt.id) ?? [],
		responses: responses.get(attempt.id) ?? [],
		submissions: submissions.get(attempt.id) ?? [],
		events: events.get(attempt.id) ?? [],
		begunReceived: begun.get(attempt.id)!,
		endReceived: ended.get(attempt.id) ?? null
	}));
}

/** The newest by the learner's clock: what is said of a learner holds as of then. Null of none. */
export const newestOf = (collected: readonly OpenedCollected[]): OpenedCollected | null =>
	inOrderOfArrival(collected).reduce<OpenedCollected | null>(
		(newest, one) => (newest && newest.at > one.at ? newest : one),
		null
	);

const byArrival = (a: OpenedCollected, b: OpenedCollected) =>
	a.received - b.received || a.at - b.at;

/** In the order in which they were collected; of those that came together the one with less in it first, then by content. */
function inOrderOfArrival(collected: readonly OpenedCollected[]): OpenedCollected[] {
	const sorted = [...collected].sort(byArrival);
	const tied = sorted.some((one, index) => index > 0 && byArrival(sorted[index - 1]!, one) === 0);
	if (!tied) return sorted;
	// Rare: two that were made and collected in the same millisecond. Their content decides.
	const texts = new Map(sorted.map((one) => [one, contentOf(one.handIn)]));
	return sorted.sort((a, b) => byArrival(a, b) || compare(texts.get(a)!, texts.get(b)!));
}

/** The same whatever the order of the records. */
const contentOf = ({ records, ...rest }: HandIn): string =>
	JSON.stringify([
		rest,
		...Object.values(records).map((rows: readonly object[]) =>
			rows.map((row) => JSON.stringify(row)).sort()
		)
	]);

const compare = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

function addFirst<T>(map: Map<string, T>, key: string, value: T): void {
	if (!map.has(key)) map.set(key, value);
}
