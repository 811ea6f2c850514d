import { loadCourse } from '#lib/content/course.server';

export const load = async () => {
	const { about, asOf, sources } = await loadCourse();
	return { about, asOf, sources };
};
