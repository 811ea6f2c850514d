import { describe, expect, it, vi } from 'vitest';
import type { Confidence } from '#lib/progress/record';
import { recordsOfSittings, type Sitting } from '#lib/progress/examples-of-sittings';
import { HeldStore } from './examples';
import { ProgressSession } from './progress-session.svelte';

const lessons = ['cells', 'genes'].map((id) => ({
	id,
	objectives: [{ id: 'size' }, { id: 'cargo' }]
}));
const day = (iso: string) => new Date(`${iso}T12:00:00`).getTime();
const answers = (...earned: number[]) =>
	earned.map((earned, index) => ({ objective: index % 2 ? 'cargo' : 'size', earned }));
const today = day('2026-11-25');

async function progressAfter(...sittings: Sitting[]) {
	const store = new HeldStore();
	await store.merge(recordsOfSittings(sittings));
	const session = new ProgressSession(
		() => lessons,
		() => today
	);
	await session.open(async () => store);
	return { session, store };
}

describe('the progress of a learner', () => {
	it('is not known until the store has answered, and then fresh where nothing was done', async () => {
		const session = new ProgressSession(
			() => lessons,
			() => today
		);
		expect([session.known, session.fresh, session.scores]).toEqual([false, false, []]);
		await session.open(async () => new HeldStore());
		expect([session.known, session.fresh, session.scores]).toEqual([true, true, []]);
		session.close();
	});

	it('says when the store could not be fetched, and can be asked again', async () => {
		const session = new ProgressSession(
			() => lessons,
			() => today
		);
		const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
		await session.open(() => Promise.reject(new Error('no network')));
		expect([session.failed, session.known]).toEqual([true, false]);
		await session.open(async () => new HeldStore());
		expect([session.failed, session.known, session.trouble?.trouble]).toEqual([false, true, null]);
		session.close();
		quiet.mockRestore();
	});

	it('is told from every attempt, and follows what other tabs do', async () => {
		const { session, store } = await progressAfter(
			{ lesson: 'cells', at: day('2026-11-23'), answers: answers(0, 1, 0, 1), minutes: 6 },
			{ lesson: 'cells', mode: 'test', at: day('2026-11-24'), answers: answers(0, 1), minutes: 4 },
			{ lesson: 'genes', at: day('2026-11-24'), answers: answers(1), open: true }
		);
		expect(
			session.scores.map(({ lesson, mode, day, share }) => [lesson, mode, day, share])
		).toEqual([
			['cells', 'practice', '2026-11-23', 0.5],
			['cells', 'test', '2026-11-24', 0.5]
		]);
		expect([...session.mastery.values()].map(({ level }) => level)).toEqual([
			'weak',
			'mastered',
			'growing',
			'not-yet'
		]);
		expect(session.masteryIn('cells', 'size')!.answers).toBe(3);
		expect(session.weak).toEqual([session.masteryIn('cells', 'size')]);
		expect([session.streak, session.weeks.length, session.weeks.at(-1)!.minutes]).toEqual([
			2, 8, 10
		]);
		await store.addEvent({ id: 'x', type: 'section-read', lesson: 'genes', section: 'size' });
		expect(session.history!.events).toHaveLength(3);
		session.close();
		expect(store.watched).toBe(0);
	});

	it('shows scores in the order of the calendar, also where another device began before', async () => {
		const { session } = await progressAfter(
			{ lesson: 'cells', at: day('2026-11-24'), answers: answers(1) },
			{ lesson: 'genes', at: day('2026-11-20'), answers: answers(0) }
		);
		expect(session.scores.map(({ lesson }) => lesson)).toEqual(['genes', 'cells']);
	});

	it('waits for twenty answers with a word on confidence, and says for how many still', async () => {
		const said = (count: number, confidence: Confidence): Sitting => ({
			lesson: 'cells',
			at: today,
			answers: Array.from({ length: count }, (_, index) => ({
				objective: 'size',
				earned: index % 2,
				confidence
			}))
		});
		const before = await progressAfter(said(12, 'certain'), said(7, 'unsure'));
		expect([before.session.toCalibrate, before.session.calibration.levels]).toEqual([1, null]);
		const after = await progressAfter(said(12, 'certain'), said(8, 'unsure'));
		expect(after.session.toCalibrate).toBe(0);
		expect(after.session.calibration.levels).toEqual([
			{ confidence: 'unsure', answers: 8, right: 0.5 },
			{ confidence: 'fairly-sure', answers: 0, right: null },
			{ confidence: 'certain', answers: 12, right: 0.5 }
		]);
	});
});

describe('the certificate', () => {
	const test = (lesson: string, iso: string, ...earned: number[]): Sitting => ({
		lesson,
		mode: 'test',
		at: day(iso),
		answers: answers(...earned),
		passMark: iso < '2026-11-20' ? 0.7 : 0.8
	});

	it('is there when a test of every lesson is passed; practice does not count', async () => {
		const practised = await progressAfter(test('cells', '2026-11-23', 1, 1), {
			...test('genes', '2026-11-24', 1, 1),
			mode: 'practice'
		});
		expect([practised.session.passedTests, practised.session.certificate.on]).toEqual([1, null]);
		const tested = await progressAfter(
			test('cells', '2026-11-23', 1, 1),
			test('genes', '2026-11-24', 0, 1),
			test('genes', '2026-11-25', 1, 1)
		);
		expect([tested.session.passedTests, tested.session.certificate.on]).toEqual([2, today]);
	});

	it('names the lowest pass mark that was in force in its tests', async () => {
		const none = await progressAfter(test('cells', '2026-11-01', 0, 1));
		expect(none.session.passMark).toBe(null);
		const both = await progressAfter(
			test('cells', '2026-11-01', 1, 1),
			test('genes', '2026-11-23', 1, 1),
			{ ...test('gone', '2026-11-01', 1, 1), passMark: 0.5 }
		);
		expect(both.session.passMark).toBe(0.7);
	});
});
