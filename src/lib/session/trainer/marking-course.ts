import type { Released } from '#lib/content/release';
import type { Question } from '#lib/quiz/question';
import type { GivenAssignment } from '#lib/training/collected';
import type { MarkingCourse } from '#lib/training/marking/marking-course';

/** Where this site's own questions come from. */
export interface MarkingSource {
	/** In the order of the course, with the number of questions in one attempt. */
	readonly lessons: readonly { readonly id: string; readonly draw: number }[];
	/** The pool of a lesson, retired questions too. */
	readonly questions: (lesson: string) => Promise<readonly Question[]>;
	readonly released: () => Promise<Released>;
}

/** Pools that are fetched at once. */
const atOnce = 6;

/** Fetches all that marking needs. Rejects where a part of it cannot be fetched: half a course would mark wrongly. */
export async function loadMarkingCourse(source: MarkingSource): Promise<MarkingCourse> {
	const lessons = new Map<string, { draw: number; questions: readonly Question[] }>();
	for (let from = 0; from < source.lessons.length; from += atOnce) {
		const some = source.lessons.slice(from, from + atOnce);
		const pools = await Promise.all(some.map(({ id }) => source.questions(id)));
		for (const [index, { id, draw }] of some.entries())
			lessons.set(id, { draw, questions: pools[index]! });
	}
	const released = await source.released();
	return { marking: await versionOf(lessons, released), lessons, released };
}

/** Changes whenever a mark could: with any key, any pool, and the list of what was released. */
async function versionOf(lessons: MarkingCourse['lessons'], released: Released): Promise<string> {
	const pools = [...lessons].map(([id, { draw, questions }]) => [
		id,
		draw,
		questions.map((question) => [question.id, question.hash.marking, question.retired ?? false])
	]);
	const { sha256 } = await import('#lib/training/keys/digest');
	const digest = await sha256(JSON.stringify([pools, released]));
	return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The list of what was released, of this site. Throws where it cannot be fetched. */
export async function fetchReleased(address: string): Promise<Released> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return (await response.json()) as Released;
}

/** The course as it marks one assignment: what is late or passed changes with its revisions too. */
export function markingFor(course: MarkingCourse, given: GivenAssignment): MarkingCourse {
	const made = given.revisions.map(({ revision, made }) => `${revision}.${made.toString(36)}`);
	return { ...course, marking: [course.marking, ...made].join('.') };
}
