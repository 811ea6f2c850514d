import * as v from 'valibot';
import { plainJson } from '#lib/base/plain-json';
import { eventTypes, rowsOfAttempts } from '#lib/progress/row-schemas';
import type { HandedRecords, HandIn } from './hand-in';
import { InputError } from './problem';
import { id, isShowable, line, longest, time, token, whole } from './wire/text-schemas';

export const mostAttempts = 2000;
const mostRows = 200_000;
const rows = <T extends v.GenericSchema>(row: T, most = mostRows) =>
	v.pipe(v.array(row), v.maxLength(most));
const version = v.pipe(v.string(), v.maxLength(100));

/** Each record belongs to an attempt that is there, and is there once. */
const areWhole = ({ attempts, drafts, responses, submissions, events }: HandedRecords) => {
	const ids = new Set(attempts.map(({ id }) => id));
	const belongs = (row: object) => ids.has((row as { attempt?: string | null }).attempt ?? '');
	return (
		[drafts, responses, submissions, events].every((table) => table.every(belongs)) &&
		[attempts, responses, submissions, events].every(
			(table) => new Set(table.map(({ id }) => id)).size === table.length
		)
	);
};

/** Whoever has a group's link can write any time into it. */
const areShowable = ({ attempts, drafts, responses, submissions, events }: HandedRecords) =>
	[attempts, drafts, responses, submissions, events].every((table) =>
		table.every(({ at }) => isShowable(at))
	) &&
	attempts.every(({ terms }) =>
		terms.every(({ due, answersFrom }) => isShowable(due ?? 0) && isShowable(answersFrom ?? 0))
	);

const handInSchema = v.object({
	course: id,
	assignment: id,
	revision: whole(1, 1e6),
	at: v.pipe(time, v.check(isShowable)),
	app: version,
	content: version,
	learner: v.object({
		name: line(longest.name),
		number: line(longest.number),
		token: v.nullable(token),
		profile: id
	}),
	records: v.pipe(
		v.object({
			attempts: rows(rowsOfAttempts.attempts, mostAttempts),
			drafts: rows(rowsOfAttempts.drafts),
			responses: rows(rowsOfAttempts.responses),
			submissions: rows(rowsOfAttempts.submissions),
			events: rows(rowsOfAttempts.events)
		}) as unknown as v.GenericSchema<unknown, HandedRecords>,
		v.check(areWhole),
		v.check(areShowable)
	)
}) satisfies v.GenericSchema<unknown, HandIn>;

/** Events of which this version of the app knows nothing were not made by it. */
const isNewer = v.object({
	records: v.object({
		events: v.pipe(
			v.array(v.object({ type: v.string() })),
			v.check((events) => events.some(({ type }) => !eventTypes.has(type)))
		)
	})
});

/**
 * Plain values => a hand-in, without fields that nobody knows. Throws an InputError: 'newer' where a later version wrote it,
 * 'damaged' where it is none.
 */
export function checkedHandIn(value: unknown): HandIn {
	const found = v.safeParse(handInSchema, value, { abortEarly: true });
	if (found.success) return found.output;
	throw new InputError(v.is(isNewer, value) ? 'newer' : 'damaged');
}

/** The same of its JSON. */
export const parsedHandIn = (json: string): HandIn => checkedHandIn(plainJson(json));
