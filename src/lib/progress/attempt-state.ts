import { kindOf } from '#lib/quiz/kinds';
import type { Missing } from '#lib/quiz/define-kind';
import { quizScore, type Score } from '#lib/quiz/grade-quiz';
import type { Question } from '#lib/quiz/question';
import { confidenceIn, countedMark, hintsIn, type CountedMark } from './counted-mark';
import {
	inSequence,
	type AttemptLog,
	type Confidence,
	type Mode,
	type ResponseRecord,
	type SubmissionRecord
} from './record';

/** Where a learner is with one question of a paper. */
export interface QuestionState extends CountedMark {
	readonly question: Question;
	readonly order: readonly string[];
	/** What is entered now: the newest draft, or the last try. */
	readonly response: unknown;
	/** Something was entered after the last try. */
	readonly edited: boolean;
	/** How much of an answer is entered: in a test nothing is checked, and this is what there is to say. */
	readonly entry: 'none' | 'part' | 'whole';
	readonly tries: readonly ResponseRecord[];
	/** How many hints were shown. */
	readonly hints: number;
	readonly answerShown: boolean;
	readonly flagged: boolean;
	/** Nothing more to do: right, shown, or out of tries. */
	readonly done: boolean;
	/** How sure the learner was of the first try, or is of it before it; null where nothing was said. */
	readonly confidence: Confidence | null;
}

export interface AttemptState {
	readonly questions: readonly QuestionState[];
	/** Index of the question that was opened last. */
	readonly current: number;
	readonly score: Score;
	readonly submission: SubmissionRecord | null;
}

/** How many tries there are: one in a test; else until right, but for true or false, where a second one is none. */
export const triesOf = (kind: string, mode: Mode): number =>
	mode === 'test' || kind === 'true-false' ? 1 : Infinity;

/** The log of an attempt => where it stands. In which order and how often records arrived does not matter. */
export function attemptState(log: AttemptLog): AttemptState {
	const events = inSequence(log.events);
	const responses = inSequence(log.responses);
	const drafts = inSequence(log.drafts);
	const questions = log.attempt.paper.flatMap(({ question: id, key, order }) => {
		const question = log.questions.get(key);
		if (!question) return [];
		const kind = kindOf(question);
		const tries = responses.filter((response) => response.question === id);
		const mine = events.filter((event) => 'question' in event && event.question === id);
		const shown = mine.find((event) => event.type === 'answer-shown');
		const flag = mine.findLast((event) => event.type === 'flagged');
		const draft = drafts.findLast((draft) => draft.question === id);
		const last = tries.at(-1);
		// Two devices may each have made the one try that there is: the first is the answer.
		const most = triesOf(question.kind, log.attempt.mode);
		const allowed = tries.slice(0, most);
		const right = allowed.find((response) => response.earned >= response.possible);
		const closed = right ?? (allowed.length === most ? allowed.at(-1) : undefined);
		const edited = !closed && draft !== undefined && (!last || draft.sequence > last.sequence);
		const newest = closed ?? (edited ? draft : last);
		const response = newest
			? kind.upgradeResponse(newest.response, newest.kindVersion, question)
			: kind.start(question);
		const state: QuestionState = {
			question,
			order,
			response,
			edited,
			entry: newest ? entryOf(kind.missing(question, response)) : 'none',
			tries,
			hints: hintsIn(mine),
			answerShown: shown !== undefined,
			flagged: flag?.type === 'flagged' && flag.on,
			done: closed !== undefined || shown !== undefined,
			confidence: confidenceIn(mine, tries[0]),
			...countedMark(mine, tries[0])
		};
		return [state];
	});
	const opened = events.findLast((event) => event.type === 'question-opened');
	const current = questions.findIndex(
		({ question }) => opened?.type === 'question-opened' && question.id === opened.question
	);
	return {
		questions,
		current: Math.max(0, current),
		score: quizScore(questions.map(({ mark }) => mark)),
		submission: inSequence(log.submissions)[0] ?? null
	};
}

const entryOf = (missing: Missing | null): QuestionState['entry'] =>
	missing === null
		? 'whole'
		: missing === 'nothing-chosen' || missing === 'nothing-entered'
			? 'none'
			: 'part';
