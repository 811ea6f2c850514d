import { loadCourse } from '#lib/content/course.server';
import { moduleStub } from '#lib/content/stubs';

export const load = async () => {
	const { title, summary, modules } = await loadCourse();
	return { title, summary, modules: modules.map(moduleStub) };
};
