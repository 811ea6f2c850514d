import {
	bySequence,
	type AttemptLog,
	type AttemptRecord,
	type History,
	type PreferenceRecord,
	type Records
} from '#lib/progress/record';
import { withoutErased } from './erasing';
import { byIdentity, tables, type RowOf, type Table } from './identity';
import { lastOfEach } from './learners';

/** Rows of both, one for each key, in the order of folds where there is one. */
export function unionOf<T extends Table>(
	table: T,
	first: readonly RowOf<T>[],
	second: readonly RowOf<T>[]
): RowOf<T>[] {
	const rows = [...byIdentity(table, [...first, ...second]).values()];
	return table === 'questions' ? rows : ((rows as AttemptRecord[]).sort(bySequence) as RowOf<T>[]);
}

/** Where both hold a record that is never changed, the first one's stays. */
export const recordsUnion = (first: Records, second: Records): Records =>
	withoutErased(
		Object.fromEntries(
			tables.map((table) => [table, unionOf(table, first[table], second[table])])
		) as unknown as Records
	);

export function logUnion(first: AttemptLog | null, second: AttemptLog | null): AttemptLog | null {
	if (!first || !second) return first ?? second;
	return {
		attempt: first.attempt,
		questions: new Map([...second.questions, ...first.questions]),
		drafts: unionOf('drafts', first.drafts, second.drafts),
		responses: unionOf('responses', first.responses, second.responses),
		submissions: unionOf('submissions', first.submissions, second.submissions),
		events: unionOf('events', first.events, second.events)
	};
}

export const historyUnion = (first: History, second: History): History => ({
	attempts: unionOf('attempts', first.attempts, second.attempts),
	responses: unionOf('responses', first.responses, second.responses),
	submissions: unionOf('submissions', first.submissions, second.submissions),
	events: unionOf('events', first.events, second.events)
});

export const preferencesUnion = (
	first: readonly PreferenceRecord[],
	second: readonly PreferenceRecord[]
): readonly PreferenceRecord[] => lastOfEach(unionOf('preferences', first, second));

/** What only one of two can know whole is the first one's. */
export const theFirst = <T>(first: T): T => first;

/** The one of the higher sequence. */
export const laterOf = <T extends AttemptRecord>(first: T | null, second: T | null): T | null =>
	first && second ? (bySequence(first, second) < 0 ? second : first) : (first ?? second);
