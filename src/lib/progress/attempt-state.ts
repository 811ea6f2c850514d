import { kindOf } from '#lib/quiz/kinds';
import { quizScore, type Score } from '#lib/quiz/grade-quiz';
import type { Question } from '#lib/quiz/question';
import { inSequence, type AttemptLog, type ResponseRecord, type SubmissionRecord } from './record';

/** Where a learner is with one question of a paper. */
export interface QuestionState {
	readonly question: Question;
	readonly order: readonly string[];
	/** What is entered now: the newest draft, or the last try. */
	readonly response: unknown;
	/** Something was entered after the last try. */
	readonly edited: boolean;
	readonly tries: readonly ResponseRecord[];
	/** How many hints were shown. */
	readonly hints: number;
	readonly answerShown: boolean;
	readonly flagged: boolean;
	/** Nothing more to do: right, shown, or out of tries. */
	readonly done: boolean;
	/** What counts: the first try, if no hint and no answer was shown before it; null before the first try or showing. */
	readonly mark: Score | null;
}

export interface AttemptState {
	readonly questions: readonly QuestionState[];
	/** Index of the question that was opened last. */
	readonly current: number;
	readonly score: Score;
	readonly submission: SubmissionRecord | null;
}

/** Tries that a question of this kind allows in practice: a second one at true or false would be no try. */
const triesOf = (question: Question): number => (question.kind === 'true-false' ? 1 : Infinity);

/** The log of a practice attempt => where it stands. In which order and how often records arrived does not matter. */
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
		const hints = mine.filter((event) => event.type === 'hint-shown');
		const shown = mine.find((event) => event.type === 'answer-shown');
		const flag = mine.findLast((event) => event.type === 'flagged');
		const draft = drafts.findLast((draft) => draft.question === id);
		const last = tries.at(-1);
		const right = tries.find((response) => response.earned >= response.possible);
		const closed = right ?? (tries.length >= triesOf(question) ? last : undefined);
		const edited = !closed && draft !== undefined && (!last || draft.sequence > last.sequence);
		const newest = closed ?? (edited ? draft : last);
		const state: QuestionState = {
			question,
			order,
			response: newest
				? kind.upgradeResponse(newest.response, newest.kindVersion, question)
				: kind.start(question),
			edited,
			tries,
			hints: new Set(hints.map((event) => event.hint)).size,
			answerShown: shown !== undefined,
			flagged: flag?.type === 'flagged' && flag.on,
			done: closed !== undefined || shown !== undefined,
			mark: markOf(tries[0], [...hints, ...(shown ? [shown] : [])])
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

/** The first try counts unless help came before it; help without a try counts nothing. */
function markOf(
	first: ResponseRecord | undefined,
	help: readonly { sequence: number }[]
): Score | null {
	if (!first) return help.length ? { earned: 0, possible: 1 } : null;
	const helped = help.some((event) => event.sequence < first.sequence);
	return { earned: helped ? 0 : first.earned, possible: first.possible };
}
