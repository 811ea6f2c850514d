import { json } from '@sveltejs/kit';
import { loadCourse } from '#lib/content/course.server';
import type { CourseOutline } from '#lib/offline/listing';

export const prerender = true;
export const trailingSlash = 'never';

/** Which lessons stand in which module: for what is kept offline, module by module. */
export const GET = async () => {
	const { id, languages, modules } = await loadCourse();
	return json({
		id,
		languages,
		modules: modules.map(({ id, lessons }) => ({
			id,
			lessons: lessons.map((lesson) => lesson.id)
		}))
	} satisfies CourseOutline);
};
