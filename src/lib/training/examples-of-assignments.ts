import type { Assignment, Trainer } from './assignment';

/** Public keys out of RFC 7515, A.3.1, and RFC 7517, A.1. */
export const exampleTrainer: Trainer = {
	name: 'Huda',
	signing: {
		x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
		y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'
	},
	encryption: {
		x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
		y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM'
	}
};

/** A test of two lessons, due on Thursday 26 November 2026 at 23:59 in Dubai. */
export const exampleAssignment: Assignment = {
	id: '019ab000-0000-7000-8000-000000000001',
	course: 'biology',
	revision: 1,
	withdrawn: false,
	made: Date.UTC(2026, 10, 23, 8),
	title: 'Week 1',
	message: 'Before the round on Sunday.',
	group: 'Ward 3',
	lessons: ['cells', 'genes'],
	opens: null,
	due: Date.UTC(2026, 10, 26, 19, 59),
	timeZone: 'Asia/Dubai',
	rules: {
		mode: 'test',
		passMark: 0.8,
		attempts: 2,
		counts: 'best',
		timeLimit: 20 * 60_000,
		extraTime: true,
		confidence: false,
		answers: 'after-due'
	},
	trainer: exampleTrainer,
	coTrainers: []
};
