import { error, json } from '@sveltejs/kit';
import { loadCourse } from '#lib/content/course.server';
import { findLesson, lessonsOf } from '#lib/content/stubs';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = async () => lessonsOf(await loadCourse()).map(({ id }) => ({ lesson: id }));

export const GET = async ({ params }) => {
	const found = findLesson(await loadCourse(), params.lesson);
	if (!found) error(404);
	return json({ lesson: found.lesson.id, questions: found.lesson.questions });
};
