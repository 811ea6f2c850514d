import { exampleLessons, historyOf, type Line } from '#lib/progress/examples-of-histories';
import type { AttemptRecord, History } from '#lib/progress/record';
import type { Question } from '#lib/quiz/question';
import type { Assignment } from '../assignment';
import type { GivenAssignment, LearnerResult } from '../collected';
import { exampleAssignment } from '../examples-of-assignments';
import type { OpenedCollected } from './folded-hand-ins';
import type { HandIn } from '../hand-in';
import { markLearner } from './marking';
import type { MarkingCourse } from './marking-course';
import type { Member } from '../roster';

/** For tests: the id of the learner whose hand-ins these are. */
export const learner = 'member-1';

/** For tests: a test of 'cells' and 'genes' that passes at 70 %, without limits. */
export const assigned = (
	part: Partial<Omit<Assignment, 'rules'>> & { readonly rules?: Partial<Assignment['rules']> } = {}
): Assignment => ({
	...exampleAssignment,
	made: 0,
	due: null,
	...part,
	rules: {
		...exampleAssignment.rules,
		passMark: 0.7,
		attempts: null,
		timeLimit: null,
		...part.rules
	}
});

export const givenOf = (
	revisions: readonly Assignment[] = [assigned()],
	roster: readonly Member[] = []
): GivenAssignment => ({
	id: exampleAssignment.id,
	revisions,
	sent: 0,
	roster,
	edition: 1,
	at: 0
});

/** For tests: a course of two lessons with the questions of example histories, two of which make a paper. */
export const courseOf = (
	change: (question: Question) => Partial<Question> = () => ({}),
	part: Partial<MarkingCourse> & { readonly draw?: number } = {}
): MarkingCourse => ({
	marking: 'marking-1',
	lessons: new Map(
		exampleLessons.map(({ id, pool }) => [
			id,
			{
				draw: part.draw ?? 2,
				questions: pool.map((question) => ({ ...question, ...change(question) }))
			}
		])
	),
	released: part.released ?? {}
});

/** For tests: a first try as an honest device marks it. */
export const chose = (option: 'right' | 'wrong' | null) => ({
	earned: option === 'right' ? 1 : 0,
	possible: 1,
	response: { chosen: option }
});

/** For tests: an attempt at 'size-1' and 'origin-1' from beginning to end. */
export const attemptLines = (
	id: string,
	answers: readonly ['right' | 'wrong', 'right' | 'wrong'],
	{ at, lesson = 'cells' }: { readonly at?: number; readonly lesson?: string } = {}
): Line[] => [
	{
		begin: id,
		paper: ['size-1', 'origin-1'],
		lesson,
		mode: 'test',
		...(at !== undefined && { at })
	},
	{ in: id, question: 'size-1', step: chose(answers[0]) },
	{ in: id, question: 'origin-1', step: chose(answers[1]) },
	{ end: id }
];

interface Sending {
	readonly given?: GivenAssignment;
	/** By the learner's clock, and collected by the trainer's. */
	readonly at?: number;
	readonly received?: number;
	readonly standing?: OpenedCollected['standing'];
	/** Of the terms that attempts name. */
	readonly revision?: number;
	readonly change?: (attempt: AttemptRecord) => Partial<AttemptRecord>;
	readonly learner?: Partial<HandIn['learner']>;
}

/** For tests: a history, handed in; all of its attempts were started for the assignment. */
export function handedIn(history: History, sending: Sending = {}): OpenedCollected {
	const { given = givenOf(), at = 1000, received = at, standing = 'confirmed' } = sending;
	const revision =
		given.revisions.find((one) => one.revision === sending.revision) ?? given.revisions.at(-1)!;
	const terms = {
		assignment: given.id,
		revision: sending.revision ?? revision.revision,
		passMark: revision.rules.passMark,
		due: revision.due
	};
	const attempts = history.attempts.map((attempt) => {
		const started = {
			...attempt,
			assignments: [given.id],
			terms: [terms],
			rules: { ...attempt.rules, timeLimit: revision.rules.timeLimit }
		};
		return { ...started, ...sending.change?.(started) };
	});
	const { responses, submissions } = history;
	const events = history.events.filter((event) => 'attempt' in event && event.attempt !== null);
	return {
		handIn: {
			course: 'biology',
			assignment: given.id,
			revision: revision.revision,
			at,
			app: '1.0.0',
			content: 'c1',
			learner: { name: 'Amal', number: 'E-1', token: null, profile: 'p1', ...sending.learner },
			records: { attempts, drafts: [], responses, submissions, events }
		},
		at,
		received,
		standing
	};
}

/** For tests: what comes of these lines, handed in at once. */
export function resultOf(
	lines: readonly Line[],
	sending: Sending = {},
	course: MarkingCourse = courseOf()
): LearnerResult {
	const { given = givenOf() } = sending;
	return markLearner([handedIn(historyOf(lines), sending)], learner, given, course);
}

/** For tests: somebody on a roster. */
export const member = (id: string, part: Partial<Member> = {}): Member => ({
	id,
	number: '',
	name: id,
	department: '',
	jobTitle: '',
	token: `token-${id}`,
	left: null,
	device: null,
	profile: null,
	...part
});

export { historyOf };
