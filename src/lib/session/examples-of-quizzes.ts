import type { Store } from '#lib/store/store';
import type { Mode } from '#lib/progress/record';
import { kindOf } from '#lib/quiz/kinds';
import { exampleLesson, examplePool, HeldStore } from './examples';
import { QuizSession, type QuizContext } from './quiz-session.svelte';

const sessions: QuizSession[] = [];

/** For tests: a quiz of the example lesson. */
export function quizOn(store: Store, part: Partial<QuizContext> = {}): QuizSession {
	const session = new QuizSession({
		lesson: exampleLesson,
		passMark: 0.7,
		test: { minutes: null, attempts: null, counts: 'best', confidence: false },
		wishes: () => ({ extraTime: 1, confidence: false }),
		locale: () => 'en',
		openStore: async () => store,
		questions: async () => examplePool,
		...part
	});
	sessions.push(session);
	return session;
}

/** For tests: a quiz on its first question, all written. */
export async function begun(
	store: Store = new HeldStore(),
	part: Partial<QuizContext> = {},
	mode: Mode = 'practice'
) {
	const quiz = quizOn(store, part);
	await quiz.open();
	await quiz.start(mode);
	await quiz.saves.settled();
	return quiz;
}

/** For tests: what a browser does at a reload, where the page goes and another comes. */
export async function reloaded(
	quiz: QuizSession,
	store: Store,
	part: Partial<QuizContext> = {}
): Promise<QuizSession> {
	quiz.close();
	await quiz.saves.settled();
	const next = quizOn(store, part);
	await next.open();
	return next;
}

/** For tests: the question that is shown. */
export const idOf = (quiz: QuizSession) => quiz.current!.question.id;

/** For tests: a response to it with nothing wrong in it. */
export const correct = (quiz: QuizSession) =>
	kindOf(quiz.current!.question).correct(quiz.current!.question);

/** For tests: a whole response to it with nothing right in it. */
export const wrong = (quiz: QuizSession) =>
	({
		'single-choice': { chosen: 'wrong' },
		'multiple-choice': { chosen: ['none'] },
		'true-false': { chosen: false },
		'short-text': { entered: 'zzz' }
	})[quiz.current!.question.kind];

/** For tests: answers the questions, as told for each, and ends the attempt. */
export async function finished(quiz: QuizSession, answers: readonly ('right' | 'wrong')[]) {
	for (const [index, answer] of answers.entries()) {
		quiz.go(index);
		quiz.respond(answer === 'right' ? correct(quiz) : wrong(quiz), 'chosen');
		quiz.check();
	}
	quiz.finish();
	await quiz.saves.settled();
}

/** For tests: ends what `quizOn` began. */
export function closeAll(): void {
	for (const session of sessions.splice(0)) session.close();
}
