import { error } from '@sveltejs/kit';
import { loadCourse } from '#lib/content/course.server';
import { findLesson, lessonStub } from '#lib/content/stubs';

export const load = async ({ params }) => {
	const course = await loadCourse();
	const found = findLesson(course, params.lesson);
	if (!found) error(404);
	const { passMark, test } = course;
	return { lesson: lessonStub(found.lesson), next: found.next, passMark, test };
};
