import { describe, expect, it } from 'vitest';
import { exampleQuestion, logOf, submissionOf } from './examples';
import type { AttemptRecord, EventRecord, History } from './record';
import { nextLesson, standingIn } from './standing';

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

describe('where to go on', () => {
	const lessons = ['cells', 'genes', 'skin'].map(lesson);
	const next = (part: Partial<History>) => nextLesson(lessons, history(part))?.lesson.id ?? null;
	const passed = (lesson: string, sequence: number) => ({
		attempts: [attempt(sequence, { lesson })],
		submissions: [submissionOf(`attempt-${sequence}`, sequence + 1, 8)]
	});

	it('is the first lesson at first', () => {
		expect(next({})).toBe('cells');
	});

	it('is the lesson that was worked on last', () => {
		const events = [
			event('section-opened', 5, 'one', 'skin'),
			event('section-opened', 9, 'one', 'genes')
		];
		expect(next({ events })).toBe('genes');
	});

	it('is the first that is not passed, where the one worked on last is', () => {
		expect(next(passed('cells', 3))).toBe('genes');
	});

	it('is a passed one whose quiz is under way again', () => {
		const { attempts, submissions } = passed('cells', 3);
		expect(next({ attempts: [...attempts, attempt(8)], submissions })).toBe('cells');
	});

	it('is nowhere when all are passed', () => {
		const all = [passed('cells', 1), passed('genes', 3), passed('skin', 5)];
		expect(
			next({
				attempts: all.flatMap(({ attempts }) => attempts),
				submissions: all.flatMap(({ submissions }) => submissions)
			})
		).toBeNull();
	});
});
