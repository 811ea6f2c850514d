import { describe, expect, it } from 'vitest';
import { exampleQuestion, logOf, submissionOf } from '#lib/progress/examples';
import type { AttemptLog, DraftRecord } from '#lib/progress/record';
import { newLog, noRecords, provisionalStamp, withOwn } from './attempt-log';

const question = exampleQuestion('single');
const stored: AttemptLog = {
	...logOf([question], [{ draft: 'stored' }, { earned: 1, possible: 1 }, { hint: 0 }]),
	submissions: [submissionOf('attempt', 9, 1, 1)]
};
const [draft] = stored.drafts;
const own = (sequence: number, part: Partial<DraftRecord> = {}) => ({
	...noRecords,
	drafts: new Map([['single tab', { ...draft!, sequence, response: 'own', ...part }]])
});

describe('the log of an attempt with what this tab made', () => {
	it('is what the store has, where this tab made nothing', () => {
		expect(withOwn(stored, noRecords)).toEqual(stored);
	});

	it.each([
		['response', 'responses'],
		['event', 'events'],
		['submission', 'submissions']
	] as const)(
		'takes the store’s stamp of a %s, and keeps what the store has not',
		(_name, table) => {
			const [known] = stored[table];
			const mine = new Map([
				[known!.id, { ...known!, ...provisionalStamp(1, known!.id) }],
				['new', { ...known!, ...provisionalStamp(2, 'new') }]
			]);
			const rows = withOwn(stored, { ...noRecords, [table]: mine })[table];
			expect(rows).toHaveLength(2);
			expect(rows.find(({ id }) => id === known!.id)).toEqual(known);
			expect(rows.find(({ id }) => id === 'new')!.sequence).toBeGreaterThan(2 ** 51);
		}
	);

	it.each([
		['what was typed since', 2 ** 52, 'own'],
		['what the store has, once it is newer', 1, 'stored']
	])('shows %s', (_title, sequence, response) => {
		const { drafts } = withOwn(stored, own(sequence));
		expect(drafts.map((draft) => draft.response)).toEqual([response]);
	});

	it('keeps the drafts of other tabs', () => {
		const other = { ...draft!, tab: 'other' };
		const { drafts } = withOwn({ ...stored, drafts: [draft!, other] }, own(2 ** 52));
		expect(drafts.map(({ tab, response }) => `${tab} ${response}`).sort()).toEqual([
			'other stored',
			'tab own'
		]);
	});
});

it('stamps what is not written after all that is, in the order in which it was made', () => {
	const { sequence } = provisionalStamp(0);
	expect(sequence).toBeGreaterThan(Date.now() * 1000);
	expect(provisionalStamp(1).sequence).toBe(sequence + 1);
	expect(Number.isSafeInteger(provisionalStamp(1e6).sequence)).toBe(true);
});

it('begins a log with the questions under the keys of the paper', () => {
	const { attempt } = stored;
	const log = newLog(attempt, [question]);
	expect(log.attempt.paper.map(({ key }) => log.questions.get(key)?.id)).toEqual(['single']);
	expect([log.drafts, log.responses, log.submissions, log.events]).toEqual([[], [], [], []]);
});
