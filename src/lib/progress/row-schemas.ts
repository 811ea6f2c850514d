import * as v from 'valibot';
import { locales } from '#lib/base/locale';
import { confidences, handInWays, type Records } from '#lib/progress/record';
import { countings } from '#lib/quiz/counting';

/** Beyond what any device can have given; near 2^53 a Lamport clock stops (decision 3). */
export const highestAccepted = 2 ** 48;

const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/));
const idOrNone = v.union([id, v.literal('')]);
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const amount = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));
const list = <T extends v.GenericSchema>(row: T, most: number) =>
	v.pipe(v.array(row), v.maxLength(most));

const sequence = whole(highestAccepted);
/** A date that JavaScript can show. */
const at = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const kindVersion = whole(1000);
/** A response is read by its kind, which takes anything; the whole file was checked to be plain and not too deep. */
const anything = v.unknown();

const revision = { device: id, sequence, at };
const made = { ...revision, profile: id, seen: sequence, app: words(100), content: words(100) };
const stamp = { ...made, id };
const mark = { earned: amount(1000), possible: amount(1000) };
const asked = { attempt: id, question: id };
const text = v.strictObject(
	Object.fromEntries(locales.map((locale) => [locale, v.optional(words(50_000))]))
);

const question = v.looseObject({
	id,
	kind: id,
	lesson: id,
	objective: idOrNone,
	section: idOrNone,
	prompt: text,
	hints: list(text, 50),
	explanation: text,
	kindVersion,
	hash: v.strictObject({ marking: id, text: id })
});

const rules = v.object({
	passMark: amount(1),
	timeLimit: v.nullable(amount(1e12)),
	extraTime: amount(100),
	confidence: v.boolean(),
	attempts: v.nullable(whole(1e6)),
	counts: v.picklist(countings)
});

const attempt = v.object({
	...stamp,
	lesson: idOrNone,
	mode: v.picklist(['practice', 'test', 'review']),
	seed: words(200),
	paper: list(
		v.object({ question: id, key: id, lesson: id, objective: idOrNone, order: list(id, 200) }),
		500
	),
	assignments: list(id, 500),
	terms: list(
		v.object({
			assignment: id,
			revision: whole(1e6),
			passMark: amount(1),
			due: v.nullable(at),
			answersFrom: v.optional(v.nullable(at))
		}),
		500
	),
	rules,
	redoOf: v.nullable(id)
});

const happenings = {
	'question-opened': asked,
	'hint-shown': { ...asked, hint: whole(1000) },
	'answer-shown': asked,
	flagged: { ...asked, on: v.boolean() },
	'confidence-given': { ...asked, confidence: v.picklist(confidences) },
	active: {
		lesson: idOrNone,
		attempt: v.nullable(id),
		milliseconds: amount(1e12),
		elapsed: v.nullable(amount(1e12))
	},
	'jump-explained': { attempt: id, away: v.boolean() },
	remarked: { ...asked, key: id, before: v.object(mark), ...mark },
	'section-opened': { lesson: id, section: id },
	'section-read': { lesson: id, section: id },
	'check-answered': { lesson: id, question: id, response: anything, kindVersion, ...mark },
	alias: { of: id },
	'attempt-moved': { attempt: id, to: id }
} as const;

/** Types of events that this version of the app knows. */
export const eventTypes: ReadonlySet<unknown> = new Set(Object.keys(happenings));

const event = v.variant(
	'type',
	Object.entries(happenings).map(([type, fields]) =>
		v.object({ ...stamp, type: v.literal(type), ...(fields as v.ObjectEntries) })
	) as unknown as [v.ObjectSchema<{ type: v.LiteralSchema<string, undefined> }, undefined>]
);

const tombstone = v.object({
	...revision,
	id,
	profile: id,
	erased: v.object({
		what: v.literal('profile'),
		profile: id,
		attempts: list(id, 200_000),
		elsewhere: list(id, 200_000)
	})
});

const locale = v.picklist(locales);

/** Rows of the tables that tell of attempts. Fields that are not known are dropped. */
export const rowsOfAttempts = {
	attempts: attempt,
	drafts: v.object({ ...made, ...asked, tab: id, response: anything, kindVersion }),
	responses: v.object({
		...stamp,
		...asked,
		key: id,
		response: anything,
		kindVersion,
		locale,
		...mark
	}),
	submissions: v.object({
		...stamp,
		attempt: id,
		...mark,
		passed: v.boolean(),
		by: v.picklist(['learner', 'time'])
	}),
	events: event
} as const;

const rows = <T extends v.GenericSchema>(row: T) => list(row, 500_000);

/** The tables of a file, at the newest form of their rows. Fields that are not known are dropped. */
export const recordsSchema = v.object({
	questions: rows(v.object({ key: id, question })),
	attempts: rows(rowsOfAttempts.attempts),
	drafts: rows(rowsOfAttempts.drafts),
	responses: rows(rowsOfAttempts.responses),
	submissions: rows(rowsOfAttempts.submissions),
	events: rows(rowsOfAttempts.events),
	profiles: rows(v.object({ ...revision, id, name: words(1000) })),
	preferences: rows(v.object({ ...revision, profile: id, name: id, value: anything })),
	tombstones: rows(tombstone),
	assignments: rows(
		v.object({
			...revision,
			profile: id,
			id,
			revision: whole(1e6),
			signed: words(100_000),
			number: words(200),
			addressee: v.optional(
				v.object({
					name: words(1000),
					number: words(200),
					token: v.pipe(v.string(), v.regex(/^[\w-]{8,100}$/))
				})
			),
			removed: v.optional(v.boolean())
		})
	),
	handIns: rows(
		v.object({
			...revision,
			id,
			profile: id,
			assignment: id,
			attempts: list(v.object({ id, complete: v.boolean(), upTo: sequence }), 10_000),
			by: v.picklist(handInWays),
			receipt: v.nullable(words(200_000))
		})
	)
}) as unknown as v.GenericSchema<unknown, Records>;
