import { groupedBy } from '#lib/base/grouped';
import {
	bySequence,
	inSequence,
	type EventRecord,
	type ResponseRecord,
	type SubmissionRecord
} from '#lib/progress/record';
import { timingOf } from '#lib/progress/timing';
import { isPassed, type Score } from '#lib/quiz/grade-quiz';
import type { AttemptNote, GivenAssignment, MarkedAttempt, MarkedQuestion } from '../collected';
import type { HandedLog } from './folded-hand-ins';
import { markedQuestion, questionIn } from './marked-question';
import type { MarkingCourse } from './marking-course';
import { questionTimes } from './question-times';
import { dueOf, termsOf } from '../terms';

/** A page that wakes late ends the attempt late; milliseconds. */
const lateClock = 60_000;
const little = 1e-6;

/** One attempt, marked by this site's questions and the assignment's own rules. A review is none. */
export function markedAttempt(
	log: HandedLog,
	given: GivenAssignment,
	course: MarkingCourse
): MarkedAttempt | null {
	const { attempt } = log;
	const { id, lesson, mode, rules } = attempt;
	if (mode === 'review') return null;
	// Ended on two devices, the first end is the end, and what came after it is no answer.
	const end = inSequence(log.submissions)[0] ?? null;
	const inTime = <T extends ResponseRecord | EventRecord>(records: readonly T[]) =>
		inSequence(records).filter((record) => !end || bySequence(record, end) < 0);
	const kept = {
		attempt,
		responses: inTime(log.responses),
		submissions: end ? [end] : [],
		events: inTime(log.events)
	};
	const terms = termsOf(attempt, given);
	const questions = marked(log, kept, course);
	const score = end && scoreOf(questions, lesson, course);
	const notes: AttemptNote[] = terms.startedForIt ? [] : ['added'];
	if (terms.startedForIt) {
		if (!terms.asGiven) notes.push('rules-differ');
		if (paperDiffers(log, course)) notes.push('paper-differs');
		if (terms.allowed !== null && timeUsed(log, kept) > terms.allowed + lateClock)
			notes.push('over-time');
	}
	if (end && score && scoreDiffers(end, score, questions, attempt.paper.length))
		notes.push('score-differs');
	const due = end && dueOf(terms, given, end.at);
	return {
		id,
		lesson,
		mode,
		started: attempt.at,
		ended: end && end.at,
		late: end !== null && due !== null && end.at > due,
		received: log.endReceived ?? log.begunReceived,
		time: timingOf(kept).elapsed,
		extraTime: rules.extraTime,
		score,
		passed: score !== null && isPassed(score, terms.revision.rules.passMark),
		questions,
		notes
	};
}

type Kept = Parameters<typeof timingOf>[0];

function marked(log: HandedLog, kept: Kept, course: MarkingCourse): MarkedQuestion[] {
	const { lesson, paper } = log.attempt;
	const tries = groupedBy(kept.responses, ({ question }) => question);
	// A key that was changed after the end is told then: what the sender's mark is depends on it.
	const events = groupedBy(
		inSequence(log.events).filter((event) => 'question' in event),
		(event) => ('question' in event ? event.question : '')
	);
	const times = questionTimes(kept);
	const ended = kept.submissions.length > 0;
	const once = new Map([...paper].reverse().map((asked) => [asked.question, asked]));
	return paper
		.filter((asked) => once.get(asked.question) === asked)
		.map((asked) => {
			const { question } = asked;
			const done = {
				tries: tries.get(question) ?? [],
				events: events.get(question) ?? [],
				time: times.get(question) ?? 0,
				ended
			};
			return markedQuestion(asked, lesson, done, course);
		});
}

/**
 * Each question is worth a point. What could not be marked earns nothing, and what a paper has too little of is counted
 * as missed: whoever names an unknown version or leaves questions out gains nothing by it.
 */
const scoreOf = (
	questions: readonly MarkedQuestion[],
	lesson: string,
	course: MarkingCourse
): Score => ({
	earned: questions.reduce((sum, { share }) => sum + (share ?? 0), 0),
	possible: Math.max(questions.length, drawIn(course, lesson), 1)
});

/** How many questions a paper of the lesson has. */
function drawIn(course: MarkingCourse, id: string): number {
	const lesson = course.lessons.get(id);
	if (!lesson) return 0;
	return Math.min(lesson.draw, lesson.questions.filter(({ retired }) => !retired).length);
}

function paperDiffers({ attempt: { lesson, paper } }: HandedLog, course: MarkingCourse): boolean {
	const { released } = course;
	const known = Object.hasOwn(released, lesson) ? released[lesson]! : {};
	return (
		new Set(paper.map(({ question }) => question)).size < paper.length ||
		paper.length < drawIn(course, lesson) ||
		paper.some(
			(asked) =>
				asked.lesson !== lesson ||
				!(questionIn(course, lesson, asked.question) || Object.hasOwn(known, asked.question))
		)
	);
}

/** Whether the score in the file is another than what its answers earn; not told where the versions are not the same. */
const scoreDiffers = (
	end: SubmissionRecord,
	{ earned }: Score,
	questions: readonly MarkedQuestion[],
	asked: number
): boolean =>
	!questions.some(
		({ notes }) => notes.includes('unknown-version') || notes.includes('newer-key')
	) &&
	(Math.abs(end.earned - earned) > little || end.possible !== asked);

/**
 * Milliseconds until the end. Where the clock ended it, until something was entered last: the page may have been closed
 * while the time ran out, and tells of it when it is opened again.
 */
function timeUsed({ attempt, drafts, submissions }: HandedLog, kept: Kept): number {
	const last = inSequence(drafts.map((draft) => ({ ...draft, id: '' }))).at(-1);
	const end = inSequence(submissions)[0];
	if (end?.by !== 'time' || !last) return timingOf(kept).elapsed;
	const before = <T extends ResponseRecord | EventRecord>(records: readonly T[]) =>
		records.filter(({ sequence }) => sequence < last.sequence);
	const { question } = last;
	const entered: EventRecord = { ...last, type: 'question-opened', attempt: attempt.id, question };
	return timingOf({
		attempt,
		responses: before(kept.responses),
		submissions: [],
		events: [...before(kept.events), entered]
	}).elapsed;
}
