import { loadCourse } from '#lib/content/course.server';

export const load = async () => {
	const { glossary } = await loadCourse();
	return { terms: glossary };
};
