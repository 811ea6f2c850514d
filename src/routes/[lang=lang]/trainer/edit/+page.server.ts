import { loadCourse } from '#lib/content/course.server';

const titled = <T>({ id, title }: { readonly id: string; readonly title: T }) => ({ id, title });

export const load = async () => {
	const { modules, passMark } = await loadCourse();
	return {
		modules: modules.map((module) => ({ ...titled(module), lessons: module.lessons.map(titled) })),
		passMark
	};
};
