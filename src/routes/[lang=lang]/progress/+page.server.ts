import { loadCourse } from '#lib/content/course.server';
import { moduleStub, teachingSections } from '#lib/content/stubs';

export const load = async () => {
	const course = await loadCourse();
	return {
		modules: course.modules.map(moduleStub),
		taught: teachingSections(course),
		passMark: course.passMark
	};
};
