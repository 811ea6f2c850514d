import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleQuestion, logOf, submissionOf } from './examples';
import { anyHistory } from './examples-of-any-history';
import { exampleLessons } from './examples-of-histories';
import type { AttemptRecord, EventRecord, History } from './record';
import { standingIn, standingsOf } from './standing';

const lesson = (id: string) => ({ id, sections: [{ id: 'one' }, { id: 'two' }] });
const cells = lesson('cells');
const empty: History = { attempts: [], responses: [], submissions: [], events: [] };

const attempt = (sequence: number, part: Partial<AttemptRecord> = {}): AttemptRecord => ({
	...logOf([exampleQuestion('a')], []).attempt,
	id: `attempt-${sequence}`,
	sequence,
	...part
});
const event = (
	type: 'section-opened' | 'section-read',
	sequence: number,
	section: string,
	lesson = 'cells'
): EventRecord => {
	const [{ type: _, ...stamp }] = logOf([exampleQuestion('a')], ['opened']).events as [EventRecord];
	return { ...stamp, id: `event-${sequence}`, sequence, type, lesson, section };
};
const history = (part: Partial<History>): History => ({ ...empty, ...part });

describe('the standing in a lesson', () => {
	it.each([
		['nothing was done', {}, 'not-started', 0],
		['a section was opened', { events: [event('section-opened', 1, 'one')] }, 'reading', 0],
		['half was read', { events: [event('section-read', 1, 'one')] }, 'reading', 0.5],
		[
			'a section was read twice',
			{ events: [event('section-read', 1, 'one'), event('section-read', 2, 'one')] },
			'reading',
			0.5
		],
		[
			'all was read',
			{ events: [event('section-read', 1, 'two'), event('section-read', 2, 'one')] },
			'read',
			1
		],
		[
			'another lesson was read',
			{ events: [event('section-read', 1, 'one', 'genes')] },
			'not-started',
			0
		],
		[
			'a section was read that is gone',
			{ events: [event('section-read', 1, 'gone')] },
			'not-started',
			0
		],
		['an attempt is under way', { attempts: [attempt(1)] }, 'not-started', 0],
		[
			'an attempt did not pass',
			{ attempts: [attempt(1)], submissions: [submissionOf('attempt-1', 2, 4)] },
			'tried',
			0.5
		],
		[
			'an attempt passed',
			{ attempts: [attempt(1)], submissions: [submissionOf('attempt-1', 2, 6)] },
			'passed',
			0.75
		],
		[
			'one passed and a later one did not',
			{
				attempts: [attempt(1), attempt(3)],
				submissions: [submissionOf('attempt-1', 2, 6), submissionOf('attempt-3', 4, 2)]
			},
			'passed',
			0.75
		],
		[
			'only what was missed was redone, without a fault',
			{
				attempts: [attempt(1), attempt(3, { redoOf: 'attempt-1' })],
				submissions: [submissionOf('attempt-1', 2, 4), submissionOf('attempt-3', 4, 4, 4)]
			},
			'tried',
			0.5
		],
		[
			'an attempt was ended twice, on two devices: the first end counts',
			{
				attempts: [attempt(1)],
				submissions: [submissionOf('attempt-1', 9, 8, 8, 'other'), submissionOf('attempt-1', 5, 2)]
			},
			'tried',
			0.25
		],
		[
			'an attempt of another lesson passed',
			{
				attempts: [attempt(1, { lesson: 'genes' })],
				submissions: [submissionOf('attempt-1', 2, 8)]
			},
			'not-started',
			0
		]
	] as const)('where %s', (_title, part, status, share) => {
		const standing = standingIn(cells, history(part));
		expect(standing.status).toBe(status);
		expect(standing.share).toBeCloseTo(share);
	});

	it('counts attempts, but not those that go over what was missed', () => {
		const attempts = [attempt(1), attempt(2), attempt(3, { redoOf: 'attempt-1' })];
		expect(standingIn(cells, history({ attempts })).attempts).toBe(2);
	});

	it('remembers the section that was opened last, of those that are still there', () => {
		const events = [
			event('section-opened', 3, 'gone'),
			event('section-opened', 2, 'two'),
			event('section-opened', 1, 'one')
		];
		expect(standingIn(cells, history({ events })).section).toBe('two');
	});
});

describe('the attempt under way', () => {
	it('is the newest one, of those that go over what was missed too', () => {
		const attempts = [attempt(1), attempt(4, { redoOf: 'attempt-1' })];
		const submissions = [submissionOf('attempt-1', 3, 4)];
		expect(standingIn(cells, history({ attempts, submissions })).open?.id).toBe('attempt-4');
	});

	it('is none once the newest is ended, though an older one was left for it', () => {
		const attempts = [attempt(1), attempt(2)];
		const submissions = [submissionOf('attempt-2', 3, 6)];
		expect(standingIn(cells, history({ attempts, submissions })).open).toBeNull();
	});
});

describe('the newest trace of a lesson', () => {
	const [response] = logOf([exampleQuestion('a')], [{ earned: 1, possible: 1 }]).responses;
	const hint = logOf([exampleQuestion('a')], [{ hint: 0 }]).events[0]!;

	it.each([
		['nothing', {}, 0],
		['reading', { events: [event('section-opened', 5, 'one')] }, 5],
		['an attempt', { attempts: [attempt(4)] }, 4],
		[
			'a try in an older attempt',
			{ attempts: [attempt(1)], responses: [{ ...response!, attempt: 'attempt-1', sequence: 8 }] },
			8
		],
		[
			'a hint in an older attempt',
			{ attempts: [attempt(1)], events: [{ ...hint, attempt: 'attempt-1', sequence: 7 }] },
			7
		],
		[
			'the end of one that goes over what was missed',
			{
				attempts: [attempt(1, { redoOf: 'attempt-0' })],
				submissions: [submissionOf('attempt-1', 6, 4)]
			},
			6
		],
		['a try in another lesson', { attempts: [attempt(1)], responses: [response!] }, 1]
	] as const)('is %s', (_title, part, latest) => {
		expect(standingIn(cells, history(part)).latest).toBe(latest);
	});
});

it('is told of several lessons at once as of each alone', () => {
	fc.assert(
		fc.property(anyHistory('other'), (history) => {
			const together = standingsOf(exampleLessons, history);
			expect([...together]).toEqual(
				exampleLessons.map((lesson) => [lesson.id, standingIn(lesson, history)])
			);
		})
	);
});

it('is of a passed test once a test is passed, practice or not', () => {
	const passed = (mode: 'practice' | 'test') =>
		standingIn(
			cells,
			history({
				attempts: [attempt(1, { mode })],
				submissions: [submissionOf('attempt-1', 2, 8)]
			})
		);
	expect([passed('practice').testPassed, passed('test').testPassed]).toEqual([false, true]);
	expect(passed('practice').status).toBe('passed');
});
