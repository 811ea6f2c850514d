import type { Question } from '#lib/quiz/question';
import type { Course } from './course';
import { lessonsOf } from './stubs';

/** Stands at the top of a course's folder; `npm run release` writes it. */
export const releasedFile = 'released.json';

/** Lesson => question (of the pool or a check) => the hashes that it was released with, the newest last. */
export interface Released {
	readonly [lesson: string]: { readonly [question: string]: readonly Question['hash'][] };
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): { [id: string]: T } =>
	Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The hashes with the present ones behind them, unless these are the last already. */
function withPresent(earlier: readonly Question['hash'][], { marking, text }: Question['hash']) {
	const last = earlier.at(-1);
	return last?.marking === marking && last.text === text
		? earlier
		: [...earlier, { marking, text }];
}

/**
 * What is released once this course is, given what was before: nothing is taken away, and a question whose hash is not
 * the last one released is added to. Lessons and questions are sorted by their ids.
 */
export function releaseOf(course: Course, released: Released): Released {
	const lessons = new Map(
		Object.entries(released).map(([id, questions]) => [id, new Map(Object.entries(questions))])
	);
	for (const { id, questions, checks } of lessonsOf(course)) {
		const known = lessons.get(id) ?? new Map<string, readonly Question['hash'][]>();
		lessons.set(id, known);
		for (const question of [...questions, ...checks])
			known.set(question.id, withPresent(known.get(question.id) ?? [], question.hash));
	}
	return sorted([...lessons].map(([id, questions]) => [id, sorted(questions)] as const));
}

/** The text of released.json, the same for the same release on every machine. */
export const releaseText = (released: Released): string =>
	`${JSON.stringify(released, null, '\t')}\n`;
