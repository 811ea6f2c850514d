import { describe, expect, it } from 'vitest';
import { changesBetween } from '../changes';
import { draftOf, newDraft, type Draft } from './draft';
import { assignmentFrom, problemsOf } from './draft-check';
import { exampleAssignment, exampleTrainer } from '../examples-of-assignments';

const whole: Partial<Draft> = { title: 'Week 1', lessons: ['cells'], trainerName: 'Huda' };
const draft = (part: Partial<Draft> = {}) => newDraft(0.8, 'Asia/Dubai', '', { ...whole, ...part });
const given = {
	id: exampleAssignment.id,
	course: 'biology',
	revision: 1,
	made: exampleAssignment.made,
	trainer: exampleTrainer
};
const order = ['cells', 'genes', 'organs'];

describe('the form of an assignment', () => {
	it('can be taken once it has a title, a lesson and a name', () => {
		expect(problemsOf(newDraft(0.8, 'Asia/Dubai', ''))).toEqual({
			title: 'title-empty',
			lessons: 'lessons-empty',
			trainerName: 'trainerName-empty'
		});
		expect(problemsOf(draft())).toEqual({});
	});

	it.each<[Partial<Draft>, object]>([
		[{ title: '   ' }, { title: 'title-empty' }],
		[{ title: 'م'.repeat(121) }, { title: 'title-too-long' }],
		[{ title: '👩‍⚕️'.repeat(20) }, {}],
		[{ message: 'x'.repeat(1001) }, { message: 'message-too-long' }],
		[{ group: 'x'.repeat(81) }, { group: 'group-too-long' }],
		[{ trainerName: 'x'.repeat(101) }, { trainerName: 'trainerName-too-long' }],
		[{ timeZone: 'Dubai' }, { timeZone: 'timeZone-unknown-zone' }],
		[{ passMark: '' }, { passMark: 'passMark-not-a-share' }],
		[{ passMark: '101' }, { passMark: 'passMark-not-a-share' }],
		[{ passMark: '0' }, { passMark: 'passMark-not-a-share' }],
		[{ passMark: '٨٠٪' }, {}],
		[{ attempts: '0' }, { attempts: 'attempts-not-a-count' }],
		[{ attempts: '1.5' }, { attempts: 'attempts-not-a-count' }],
		[{ attempts: '' }, {}],
		// What practice does not show cannot be wrong.
		[{ attempts: 'x', minutes: 'x', mode: 'practice' }, {}],
		[{ minutes: 'ten' }, { minutes: 'minutes-not-minutes' }],
		[{ minutes: '٣٠' }, {}],
		[{ dueDay: '2026-11-31' }, { dueDay: 'dueDay-no-time' }],
		[{ dueDay: '0026-11-26' }, { dueDay: 'dueDay-no-time' }],
		[{ dueDay: '1969-12-31' }, { dueDay: 'dueDay-no-time' }],
		[{ dueDay: '12026-11-26' }, { dueDay: 'dueDay-no-time' }],
		[{ dueDay: '9999-12-31' }, { dueDay: 'dueDay-no-time' }],
		[{ dueDay: '9998-12-31', timeZone: 'Pacific/Pago_Pago' }, {}],
		[{ opensDay: '0026-11-26' }, { opensDay: 'opensDay-no-time' }],
		[{ opensTime: '08:00' }, { opensDay: 'opensDay-no-time' }],
		[
			{ opensDay: '2026-11-26', opensTime: '10:00', dueDay: '2026-11-26', dueTime: '10:00' },
			{ dueDay: 'dueDay-before-opening' }
		]
	])('says of %j: %j', (part, problems) => {
		expect(problemsOf(draft(part))).toEqual(problems);
	});

	it('gives an assignment, its times by the clocks of the zone and its lessons in the order of the course', () => {
		const made = assignmentFrom(
			draft({
				lessons: ['organs', 'cells', 'gone'],
				title: ' Week 1 ',
				opensDay: '2026-11-23',
				dueDay: '2026-11-26',
				passMark: '٧٥',
				attempts: '',
				minutes: '٣٠'
			}),
			given,
			order
		);
		expect(made).toMatchObject({
			title: 'Week 1',
			lessons: ['cells', 'organs'],
			opens: Date.UTC(2026, 10, 22, 20),
			due: Date.UTC(2026, 10, 26, 19, 59, 59, 999),
			rules: { passMark: 0.75, attempts: null, timeLimit: 1_800_000 }
		});
	});

	it('leaves out what practice does not know', () => {
		const { rules } = assignmentFrom(draft({ mode: 'practice', minutes: '30' }), given, order);
		expect([rules.attempts, rules.timeLimit]).toEqual([null, null]);
	});

	it('shows an assignment, and gives it back as it was', () => {
		const minute = { ...exampleAssignment, due: Date.UTC(2026, 10, 26, 19, 59, 59, 999) };
		expect(draftOf(minute).dueTime).toBe('23:59');
		expect(assignmentFrom(draftOf(minute), given, order)).toEqual(minute);
		const open = { ...exampleAssignment, due: null, opens: Date.UTC(2026, 10, 1) };
		expect(assignmentFrom(draftOf(open), given, order)).toEqual(open);
	});

	it('stands at the same moments in UTC where this browser does not know its zone', () => {
		const due = Date.UTC(2026, 10, 26, 19, 59, 59, 999);
		const newer = { ...exampleAssignment, due, timeZone: 'Europe/Newtown' };
		expect(assignmentFrom(draftOf(newer), given, order)).toEqual({ ...newer, timeZone: 'UTC' });
	});
});

it('takes until the end of the minute that is shown', () => {
	const due = (part: Partial<Draft>) => assignmentFrom(draft(part), given, order).due;
	expect(due({ dueDay: '2026-11-26', dueTime: '10:00', timeZone: 'UTC' })).toBe(
		Date.UTC(2026, 10, 26, 10, 0, 59, 999)
	);
	expect(due({ dueDay: '' })).toBeNull();
});

describe('a revision', () => {
	const after = (part: Partial<Draft>) =>
		changesBetween(
			exampleAssignment,
			assignmentFrom({ ...draftOf(exampleAssignment), ...part }, given, order)
		);

	it('that changes nothing changes nothing', () => {
		expect(after({})).toEqual([]);
		expect(after({ title: ' Week 1' })).toEqual([]);
	});

	it('says what it changes', () => {
		expect(after({ dueDay: '2026-12-03', passMark: '70' })).toEqual(['due-later', 'pass-mark']);
		expect(after({ dueTime: '12:00' })).toEqual(['due-sooner']);
		expect(after({ dueDay: '' })).toEqual(['due-none']);
		expect(after({ lessons: ['organs', 'genes'] })).toEqual(['lessons-added', 'lessons-removed']);
		expect(after({ coTrainers: [exampleTrainer], answers: 'after-attempt' })).toEqual([
			'answers',
			'readers'
		]);
		expect(changesBetween(exampleAssignment, { ...exampleAssignment, withdrawn: true })).toEqual([
			'withdrawn'
		]);
		expect(changesBetween({ ...exampleAssignment, withdrawn: true }, exampleAssignment)).toEqual([
			'taken-up-again'
		]);
	});
});
