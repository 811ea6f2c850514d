import {
	bySequence,
	type AcceptedRecord,
	type HandInRecord,
	type ProfileRecord,
	type Records
} from '#lib/progress/record';

export type Table = keyof Records;
export type RowOf<T extends Table> = Records[T][number];
/** Some tables of `Records`. */
export type Part = Partial<Records>;

/** Tables whose rows are never changed: the first row of an id stays. */
export const appended = [
	'questions',
	'attempts',
	'responses',
	'submissions',
	'events',
	'tombstones'
] as const;
/** Tables where a row takes the place of one with a lower sequence; see `chosen` for what else decides. */
export const revised = ['drafts', 'profiles', 'preferences', 'assignments', 'handIns'] as const;
export const tables: readonly Table[] = [...appended, ...revised];

/** The primary key of a row, as IndexedDB has it. */
export const keyOf = <T extends Table>(table: T, row: RowOf<T>): string | string[] =>
	(keys[table] as (row: RowOf<T>) => string | string[])(row);

const keys: { [T in Table]: (row: RowOf<T>) => string | string[] } = {
	questions: ({ key }) => key,
	attempts: ({ id }) => id,
	responses: ({ id }) => id,
	submissions: ({ id }) => id,
	events: ({ id }) => id,
	profiles: ({ id }) => id,
	tombstones: ({ id }) => id,
	drafts: ({ attempt, question, tab }) => [attempt, question, tab],
	preferences: ({ profile, name }) => [profile, name],
	assignments: ({ profile, id }) => [profile, id],
	handIns: ({ id }) => id
};

/** The primary key as one string. */
export const identityOf = <T extends Table>(table: T, row: RowOf<T>): string =>
	JSON.stringify(keyOf(table, row));

/** Of two rows with one key, the one that stays; an assignment keeps whom it is for from the other one. */
export function chosen<T extends Table>(table: T, stored: RowOf<T>, offered: RowOf<T>): RowOf<T> {
	if (!(revised as readonly Table[]).includes(table)) return stored;
	const first = rankOf(table, stored) - rankOf(table, offered);
	const later = (first || bySequence(stored as Ordered, offered as Ordered)) < 0;
	const [stays, goes] = later ? [offered, stored] : [stored, offered];
	if (table !== 'assignments') return stays;
	const { addressee } = goes as AcceptedRecord;
	return addressee && !(stays as AcceptedRecord).addressee ? { ...stays, addressee } : stays;
}

/** What decides before the sequence: the revision of an assignment, and whether a hand-in has its receipt. */
function rankOf<T extends Table>(table: T, row: RowOf<T>): number {
	if (table === 'assignments') return (row as AcceptedRecord).revision;
	return table === 'handIns' && (row as HandInRecord).receipt !== null ? 1 : 0;
}

type Ordered = { sequence: number; device: string };

/** Rows by identity, one each. */
export function byIdentity<T extends Table>(
	table: T,
	rows: readonly RowOf<T>[]
): Map<string, RowOf<T>> {
	const unique = new Map<string, RowOf<T>>();
	for (const row of rows) {
		const identity = identityOf(table, row);
		const stored = unique.get(identity);
		unique.set(identity, stored === undefined ? row : chosen(table, stored, row));
	}
	return unique;
}

const sequenced = ['attempts', 'drafts', 'responses', 'submissions', 'events'] as const;

/** The highest sequence in any row; 0 for none. */
export const highestSequence = (part: Part): number =>
	tables
		.flatMap((table) => (table === 'questions' ? [] : (part[table] ?? [])) as readonly Ordered[])
		.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);

/** The profile that wrote last, of those in the records. */
export function lastProfile(part: Part): ProfileRecord | null {
	const profiles = [...(part.profiles ?? [])].sort(bySequence);
	const last = sequenced
		.flatMap((table): readonly (Ordered & { profile: string })[] => part[table] ?? [])
		.filter(({ profile }) => profiles.some(({ id }) => id === profile))
		.sort(bySequence)
		.at(-1);
	return profiles.find(({ id }) => id === last?.profile) ?? profiles.at(-1) ?? null;
}
