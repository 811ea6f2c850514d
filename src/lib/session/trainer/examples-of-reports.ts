import { exampleAssignment } from '#lib/training/examples-of-assignments';
import type { LearnerResult, MarkedAttempt, MarkedQuestion } from '#lib/training/collected';
import type { GradebookCell, GradebookRow } from '#lib/training/report/gradebook';
import type { Item } from '#lib/training/report/item-analysis';
import type { DepartmentSummary, Report } from '#lib/training/report/report';

export { exampleAssignment };

const day = 86_400_000;
/** For tests: Thursday 26 November 2026, 12:00 in Dubai. */
export const reportedAt = Date.UTC(2026, 10, 26, 8);

export const exampleCell = (part: Partial<GradebookCell> = {}): GradebookCell => ({
	lesson: 'cells',
	share: 0.9,
	passed: true,
	passedAt: reportedAt - day,
	attempt: 'attempt-1',
	complete: 1,
	late: false,
	receivedAfterDue: false,
	unmarked: 0,
	notes: [],
	...part
});

/** For tests: somebody who has passed both lessons. */
export const exampleRow = (
	learner: string,
	name: string,
	part: Partial<GradebookRow> = {}
): GradebookRow => ({
	learner,
	name,
	number: `N-${learner}`,
	department: 'Nursing',
	jobTitle: '',
	onRoster: true,
	left: null,
	standing: 'confirmed',
	asOf: reportedAt - day,
	received: reportedAt,
	cells: [exampleCell(), exampleCell({ lesson: 'genes' })],
	mean: 0.9,
	finished: reportedAt - day,
	passed: true,
	time: 600_000,
	tries: 16,
	hints: 0,
	languages: { en: 16, ar: 0 },
	confidence: {
		unsure: { answers: 0, right: null },
		'fairly-sure': { answers: 0, right: null },
		certain: { answers: 0, right: null }
	},
	objectives: [1, 0.8, 0.9, 0.9],
	...part
});

export const exampleItem = (question: string, part: Partial<Item> = {}): Item => ({
	lesson: 'cells',
	objective: 'size',
	question,
	answers: 3,
	unanswered: 1,
	facility: 0.5,
	discrimination: 0.234,
	discriminationRange: null,
	choices: [
		{ of: null, id: 'right', count: 2, right: true },
		{ of: null, id: 'wrong', count: 1, right: false }
	],
	otherChoices: 0,
	time: 42_000,
	languages: { en: { answers: 2, facility: 1 }, ar: { answers: 1, facility: 0 } },
	difference: null,
	flags: ['too-few'],
	...part
});

/** For tests: a department of three, one of whom finished. */
export const exampleSummary = (part: Partial<DepartmentSummary> = {}): DepartmentSummary => ({
	department: 'Nursing',
	assigned: 3,
	heard: 2,
	finished: 1,
	passed: 1,
	unconfirmed: 0,
	late: 0,
	notReceived: 1,
	...part
});

/** For tests: a report on `exampleAssignment`. */
export const exampleReport = (
	gradebook: readonly GradebookRow[],
	items: readonly Item[] = [exampleItem('single')]
): Report => ({
	assignment: exampleAssignment.id,
	revision: 1,
	asOf: reportedAt,
	marking: 'm1',
	due: exampleAssignment.due,
	dueDay: '2026-11-26',
	lessons: ['cells', 'genes'],
	objectives: ['cells', 'genes'].flatMap((lesson) =>
		['size', 'cargo'].map((objective) => ({ lesson, objective }))
	),
	ledger: [],
	counts: {
		assigned: 3,
		nothing: 1,
		accepted: 0,
		inProgress: 1,
		complete: 1,
		late: 0,
		receivedAfterDue: 0,
		unconfirmed: 0,
		leavers: 0,
		offRoster: 0
	},
	gradebook,
	items,
	histogram: Array.from({ length: 10 }, (_, step) => ({
		from: step / 10,
		to: (step + 1) / 10,
		learners: step === 9 ? 2 : 0
	})),
	completion: [
		{ day: '2026-11-24', finished: 1, lessons: 3 },
		{ day: '2026-11-25', finished: 2, lessons: 4 }
	],
	departments: [
		exampleSummary(),
		exampleSummary({ department: 'Pharmacy', assigned: 0, notReceived: 0 })
	],
	total: exampleSummary({ department: '' })
});

export const exampleMarked = (
	question: string,
	part: Partial<MarkedQuestion> = {}
): MarkedQuestion => ({
	question,
	objective: 'size',
	share: 1,
	response: { chosen: 'right' },
	tries: 1,
	hints: 0,
	locale: 'ar',
	confidence: 'certain',
	time: 42_000,
	notes: [],
	...part
});

export const exampleAttempt = (part: Partial<MarkedAttempt> = {}): MarkedAttempt => ({
	id: 'attempt-1',
	lesson: 'cells',
	mode: 'test',
	started: reportedAt - day,
	ended: reportedAt - day + 600_000,
	late: false,
	received: reportedAt,
	time: 600_000,
	extraTime: 1,
	score: { earned: 1, possible: 2 },
	passed: false,
	questions: [exampleMarked('single'), exampleMarked('other', { share: 0 })],
	notes: [],
	...part
});

export const exampleResult = (part: Partial<LearnerResult> = {}): LearnerResult => ({
	assignment: exampleAssignment.id,
	learner: 'a',
	standing: 'confirmed',
	name: 'Amal',
	number: 'N-1',
	at: reportedAt - day,
	received: reportedAt,
	handIns: 1,
	marking: 'm1',
	attempts: [exampleAttempt()],
	...part
});
