import { loadCourse } from '#lib/content/course.server';

const titled = <T>({ id, title }: { readonly id: string; readonly title: T }) => ({ id, title });

/** Titles alone: of modules that can be kept, and of lessons whose attempts can be moved. */
export const load = async () => ({
	modules: (await loadCourse()).modules.map((module) => ({
		...titled(module),
		lessons: module.lessons.map(titled)
	}))
});
