import { loadCourse } from '#lib/content/course.server';

export const load = async () => {
	const { title } = await loadCourse();
	return { title };
};
