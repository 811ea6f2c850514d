import { confidenceIn, countedMark, helpedBefore, hintsIn } from '#lib/progress/counted-mark';
import type { EventRecord, PaperQuestion, ResponseRecord } from '#lib/progress/record';
import { shareOf } from '#lib/quiz/grade-quiz';
import { kindOf } from '#lib/quiz/kinds';
import { markingOf, type Question } from '#lib/quiz/question';
import type { MarkedQuestion, MarkNote } from '../collected';
import type { MarkingCourse } from './marking-course';

/** What was done with one question of an attempt, in order. */
export interface Done {
	readonly tries: readonly ResponseRecord[];
	readonly events: readonly EventRecord[];
	readonly time: number;
	/** The attempt is complete. */
	readonly ended: boolean;
}

/** Marks add up from thirds and tenths. */
const little = 1e-6;

/** A question of a paper, marked by this site's own key. */
export function markedQuestion(
	asked: PaperQuestion,
	lesson: string,
	{ tries, events, time, ended }: Done,
	course: MarkingCourse
): MarkedQuestion {
	const [first] = tries;
	const { share, response, notes } = first
		? marked(asked, lesson, first, events, course)
		: { share: ended || events.some(isShowing) ? 0 : null, response: null, notes: [] };
	return {
		question: asked.question,
		objective: questionIn(course, lesson, asked.question)?.objective ?? asked.objective,
		share,
		response,
		tries: tries.length,
		hints: hintsIn(events),
		locale: first?.locale ?? null,
		confidence: confidenceIn(events, first),
		time,
		notes
	};
}

/** A question of a lesson's pool as it is on this site. */
export const questionIn = (
	course: MarkingCourse,
	lesson: string,
	id: string
): Question | undefined => course.lessons.get(lesson)?.questions.find((one) => one.id === id);

/** After it nothing can be earned any more. */
const isShowing = ({ type }: EventRecord) => type === 'answer-shown';

function marked(
	asked: PaperQuestion,
	lesson: string,
	first: ResponseRecord,
	events: readonly EventRecord[],
	course: MarkingCourse
): Pick<MarkedQuestion, 'share' | 'response' | 'notes'> {
	const unknown = { share: null, response: null, notes: ['unknown-version' as const] };
	const question = questionIn(course, lesson, asked.question);
	if (!question || asked.lesson !== lesson) return unknown;
	const kind = kindOf(question);
	// A later version of the kind wrote it: what its fields mean is not known here.
	if (first.kindVersion > kind.version) return unknown;
	const response = kind.upgradeResponse(first.response, first.kindVersion, question);
	const marking = markingOf(asked.key);
	const same = marking === question.hash.marking;
	if (!same && !(wasReleased(course, lesson, asked.question, marking) && fits(first, question)))
		return unknown;
	const share = helpedBefore(events, first) ? 0 : shareOf(kind.grade(question, response));
	const notes: MarkNote[] = same ? [] : ['newer-key'];
	if (!isSendersMark(share, first, events)) notes.push('sender-differs');
	return { share, response, notes };
}

/** The list of what was released has this key for the question. */
function wasReleased(
	{ released }: MarkingCourse,
	lesson: string,
	question: string,
	marking: string
): boolean {
	const questions = Object.hasOwn(released, lesson) ? released[lesson]! : {};
	const hashes = Object.hasOwn(questions, question) ? questions[question]! : [];
	return hashes.some((hash) => hash.marking === marking);
}

/**
 * Whether a try at an earlier version of a question says the same to it as it is now: nothing in it is unknown, and
 * nothing is missing. The earlier version is not here to compare with, so what may be incomplete only now is not taken.
 */
function fits({ response, kindVersion }: ResponseRecord, question: Question): boolean {
	const kind = kindOf(question);
	const value = kind.upgradeResponse(response, kindVersion, question);
	return kind.missing(question, value) !== 'incomplete' && saysIn(value) === saysIn(response);
}

/** All that is said in a response, in no order: { chosen: ['b', 'a'] } => 'chosen.a chosen.b', more or less. */
function saysIn(response: unknown, path = ''): string {
	if (typeof response !== 'object' || response === null)
		return response === undefined ? '' : `${path}=${JSON.stringify(response)}`;
	const inside = Array.isArray(response)
		? response.map((one) => saysIn(one, path))
		: Object.entries(response).map(([key, one]) => saysIn(one, `${path}/${key}`));
	return inside
		.filter((said) => said !== '')
		.sort()
		.join('\n');
}

/** Whether the sender's file says the same: as marked then or, where a key was changed since, as it counts now. */
const isSendersMark = (share: number, first: ResponseRecord, events: readonly EventRecord[]) => {
	const counted = countedMark(events, first);
	return [counted.mark, counted.markedBefore, counted.markedAgain].some(
		(mark) => mark !== null && Math.abs(shareOf(mark) - share) < little
	);
};
