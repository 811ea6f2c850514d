import { groupedBy } from '#lib/base/grouped';
import { shareOf } from '#lib/quiz/grade-quiz';
import { objectiveKey, type Answer } from './answers';

/** How many of the newest answers tell where one stands. */
const newest = 4;
/** So many of them, with this share right, are mastery. */
const least = 2;
const mastered = 0.8;
const half = 0.5;
/** Thirds and tenths add up to a little less than whole points. */
const little = 1e-9;

export type MasteryLevel = 'not-yet' | 'weak' | 'growing' | 'mastered';

export interface Mastery {
	readonly lesson: string;
	readonly objective: string;
	readonly answers: number;
	/** Mean share of the points of the newest four answers, 0 to 1; 0 without one. */
	readonly share: number;
	/** Mastered: two answers or more, at 80 % or more; weak: below half; not yet: no answer. */
	readonly level: MasteryLevel;
}

interface Lesson {
	readonly id: string;
	readonly objectives: readonly { readonly id: string }[];
}

/** Answers of all lessons => mastery of each objective of these lessons, in their order. */
export function masteryOf(lessons: readonly Lesson[], answers: readonly Answer[]): Mastery[] {
	const lists = groupedBy(answers, objectiveKey);
	return lessons.flatMap(({ id: lesson, objectives }) =>
		objectives.map(({ id: objective }): Mastery => {
			const mine = lists.get(objectiveKey({ lesson, objective })) ?? [];
			const last = mine.slice(-newest);
			const sum = last.reduce((total, { mark }) => total + shareOf(mark), 0);
			const share = last.length ? sum / last.length : 0;
			return { lesson, objective, answers: mine.length, share, level: levelOf(last.length, share) };
		})
	);
}

function levelOf(answers: number, share: number): MasteryLevel {
	if (answers === 0) return 'not-yet';
	if (share < half - little) return 'weak';
	return answers >= least && share >= mastered - little ? 'mastered' : 'growing';
}
