import { loadCourse } from '#lib/content/course.server';
import { lessonsOf } from '#lib/content/stubs';

/** Titles alone: attempts that can be moved are named by their lesson. */
export const load = async () => ({
	lessons: lessonsOf(await loadCourse()).map(({ id, title }) => ({ id, title }))
});
