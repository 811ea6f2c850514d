import type {
	AttemptLog,
	AttemptRecord,
	DraftRecord,
	EventRecord,
	ResponseRecord,
	Stamp,
	SubmissionRecord
} from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type { Unstamped } from '#lib/store/store';

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

/** Beyond any sequence that a store gives. */
const unwritten = 2 ** 52;

/**
 * The stamp of what this tab made as its nth record and the store has not stamped yet. It comes after everything that
 * is written: the store may still tell of what this tab wrote a moment ago, and that must not push back what was
 * entered since.
 */
export const provisionalStamp = (nth: number, id = '', at = Date.now()): Stamp => ({
	id,
	profile: '',
	device: '',
	sequence: unwritten + nth,
	seen: 0,
	app: '',
	content: '',
	at
});

/** The log of an attempt that was just drawn. */
export const newLog = (
	attempt: Unstamped<AttemptRecord>,
	questions: readonly Question[]
): AttemptLog => ({
	attempt: { ...provisionalStamp(0), ...attempt },
	questions: new Map(questions.map((question) => [questionKey(question), question])),
	drafts: [],
	responses: [],
	submissions: [],
	events: []
});

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
