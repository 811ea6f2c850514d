import { error } from '@sveltejs/kit';
import { loadCourse } from '#lib/content/course.server';
import { findLesson } from '#lib/content/stubs';
import { isLocale } from '#lib/base/locale';

export const load = async ({ params }) => {
	const course = await loadCourse();
	const found = findLesson(course, params.lesson);
	if (!found) error(404);
	const { questions: _, body, ...lesson } = found.lesson;
	const own =
		isLocale(params.lang) && body[params.lang] ? { [params.lang]: body[params.lang] } : body;
	return {
		lesson: { ...lesson, body: own },
		module: found.module,
		passMark: course.passMark,
		notice: course.notice
	};
};
