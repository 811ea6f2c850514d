import { groupedBy } from '#lib/base/grouped';
import type { Course, Lesson, LessonStub, ModuleStub, TaughtClaim } from './course';

/** What a menu shows of a lesson, without its body and questions. */
export const lessonStub = ({
	id,
	module,
	title,
	summary,
	minutes,
	sections,
	objectives,
	draw,
	pool
}: Lesson): LessonStub => ({
	id,
	module,
	title,
	summary,
	minutes,
	sections,
	objectives,
	draw,
	pool
});

export const moduleStub = ({
	id,
	title,
	summary,
	lessons
}: Course['modules'][number]): ModuleStub => ({
	id,
	title,
	summary,
	lessons: lessons.map(lessonStub)
});

/** All lessons in the order of the course. */
export const lessonsOf = (course: Course): readonly Lesson[] =>
	course.modules.flatMap(({ lessons }) => lessons);

/** The lesson, its module, and the lesson after it; null where there is no such lesson. */
export function findLesson(
	course: Course,
	id: string
): { lesson: Lesson; module: ModuleStub; next: LessonStub | null } | null {
	const lessons = lessonsOf(course);
	const index = lessons.findIndex((lesson) => lesson.id === id);
	const lesson = lessons[index];
	const module = course.modules.find((module) => module.id === lesson?.module);
	if (!lesson || !module) return null;
	const next = lessons[index + 1];
	return { lesson, module: moduleStub(module), next: next ? lessonStub(next) : null };
}

/** Every claim of the course with the lessons that teach it, in the order of the list. */
export function taughtClaims(course: Course): TaughtClaim[] {
	const lessons = lessonsOf(course);
	return course.claims.map((claim) => ({
		...claim,
		lessons: lessons
			.filter(({ claims }) => claims.some(({ id }) => id === claim.id))
			.map(({ id, title }) => ({ id, title }))
	}));
}

/** Lesson => objective => id of the section to which most of the questions about it send their learner. */
export type TeachingSections = {
	readonly [lesson: string]: { readonly [objective: string]: string };
};

/** Where each objective of the course is taught. */
export const teachingSections = (course: Course): TeachingSections =>
	Object.fromEntries(
		lessonsOf(course).map(({ id, objectives, questions, sections }) => [
			id,
			Object.fromEntries(
				objectives.flatMap((objective) => {
					const mine = questions.filter(
						(question) =>
							!question.retired &&
							question.objective === objective.id &&
							sections.some(({ id }) => id === question.section)
					);
					const [most] = [...groupedBy(mine, ({ section }) => section)].sort(
						([, a], [, b]) => b.length - a.length
					);
					return most ? [[objective.id, most[0]]] : [];
				})
			)
		])
	);
