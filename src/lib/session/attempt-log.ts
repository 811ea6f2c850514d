import type {
	AttemptLog,
	DraftRecord,
	EventRecord,
	ResponseRecord,
	SubmissionRecord
} from '#lib/progress/record';

/** Records that this tab made and the store has not yet told of. */
export interface OwnRecords {
	readonly drafts: ReadonlyMap<string, DraftRecord>;
	readonly responses: ReadonlyMap<string, ResponseRecord>;
	readonly submissions: ReadonlyMap<string, SubmissionRecord>;
	readonly events: ReadonlyMap<string, EventRecord>;
}

export const noRecords: OwnRecords = {
	drafts: new Map(),
	responses: new Map(),
	submissions: new Map(),
	events: new Map()
};

/** The store's log with this tab's own records in it; where both have a record, the store's has the right sequence. */
export function withOwn(log: AttemptLog, own: OwnRecords): AttemptLog {
	return {
		...log,
		drafts: union(own.drafts, log.drafts, ({ question, tab }) => `${question} ${tab}`, newest),
		responses: union(own.responses, log.responses, ({ id }) => id),
		submissions: union(own.submissions, log.submissions, ({ id }) => id),
		events: union(own.events, log.events, ({ id }) => id)
	};
}

const newest = (own: DraftRecord, stored: DraftRecord) =>
	own.sequence > stored.sequence ? own : stored;

function union<T>(
	own: ReadonlyMap<string, T>,
	stored: readonly T[],
	keyOf: (record: T) => string,
	choose: (own: T, stored: T) => T = (_own, stored) => stored
): T[] {
	const all = new Map(own);
	for (const record of stored) {
		const mine = own.get(keyOf(record));
		all.set(keyOf(record), mine ? choose(mine, record) : record);
	}
	return [...all.values()];
}
