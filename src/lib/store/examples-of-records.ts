import fc from 'fast-check';
import type { EventRecord, Records } from '#lib/progress/record';
import { questionKey } from '#lib/quiz/question';
import { identityOf, tables, type RowOf, type Table } from './identity';
import { exampleAttempt, exampleDraft, exampleQuestion, exampleResponse } from './examples';

/** Records in one order, whichever store gave them. */
export const sorted = (records: Records): Records =>
	Object.fromEntries(
		tables.map((table) => [
			table,
			[...records[table]].sort((a, b) =>
				identityOf(table, a) < identityOf(table, b) ? -1 : 1
			) as RowOf<Table>[]
		])
	) as unknown as Records;

const stamp = (number: number) => ({
	id: `id-${number}`,
	profile: `profile-${number % 2}`,
	device: `device-${number % 3}`,
	sequence: number + 1,
	seen: number,
	app: '0.1.0',
	content: 'c0ffee',
	at: 1_750_000_000_000 + number
});

const some = <T>(make: (number: number) => T) =>
	fc.array(fc.nat({ max: 12 }).map(make), { maxLength: 6 });

/** None in most cases. */
const rarely = <T>(make: (number: number) => T) =>
	fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(make) });

const attemptOf = (number: number) => `attempt-${number % 2}`;
const revision = ({ device, sequence, at }: ReturnType<typeof stamp>) => ({ device, sequence, at });

/** Where most things are of one sort, some are aliases and moves. */
const eventOf = (number: number): EventRecord => {
	if (number % 5 === 3)
		return { ...stamp(number), type: 'alias', of: `profile-${(number + 1) % 3}` };
	if (number % 5 === 4) {
		const attempt = number % 2 ? `id-${number - 4}` : attemptOf(number);
		return { ...stamp(number), type: 'attempt-moved', attempt, to: `profile-${number % 3}` };
	}
	return {
		...stamp(number),
		type: 'section-read',
		lesson: 'meet-the-messengers',
		section: `section-${number}`
	};
};

/** Any records, as several devices can have made them: what has one id, or one key and stamp, is one record. */
export const anyRecords: fc.Arbitrary<Records> = fc.record({
	questions: some((number) => {
		const question = exampleQuestion(`q-${number}`);
		return { key: questionKey(question), question };
	}),
	attempts: some((number) => ({ ...exampleAttempt(), ...stamp(number) })),
	responses: some((number) => ({ ...exampleResponse(attemptOf(number)), ...stamp(number) })),
	submissions: some((number) => ({
		...stamp(number),
		attempt: attemptOf(number),
		earned: 1,
		possible: 3,
		passed: false,
		by: 'learner' as const
	})),
	events: some(eventOf),
	drafts: some((number) => {
		const { id, ...rest } = stamp(number);
		return { ...exampleDraft(attemptOf(number)), ...rest, response: { from: id } };
	}),
	profiles: some((number) => ({
		...revision(stamp(number)),
		id: `profile-${number % 2}`,
		name: `Name ${number}`
	})),
	preferences: some((number) => ({
		...revision(stamp(number)),
		profile: `profile-${number % 2}`,
		name: 'digits',
		value: number
	})),
	assignments: some((number) => ({
		...revision(stamp(number)),
		profile: `profile-${number % 2}`,
		id: `assignment-${number % 3}`,
		revision: 1 + (number % 4),
		signed: `signed-${number}`,
		number: '',
		...(number % 7 === 0 ? { addressee: { name: 'Amal', number: '', token: 'token-of-1' } } : {}),
		...(number % 5 === 0 ? { removed: true } : {})
	})),
	handIns: some((number) => ({
		...revision(stamp(number)),
		id: `hand-in-${number % 4}`,
		profile: `profile-${number % 2}`,
		assignment: `assignment-${number % 3}`,
		attempts: [{ id: attemptOf(number), complete: number % 2 === 0, upTo: number }],
		by: 'file' as const,
		receipt: number % 3 ? null : `receipt-${number}`
	})),
	tombstones: rarely((number) => ({
		...revision(stamp(number)),
		id: `id-${number}`,
		profile: `profile-${number % 2}`,
		erased: {
			what: 'profile' as const,
			profile: `profile-${number % 4}`,
			attempts: number % 3 ? [] : [attemptOf(number), `id-${number}`],
			elsewhere: number % 3 === 1 ? [attemptOf(number)] : []
		}
	}))
});
