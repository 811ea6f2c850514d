import { loadCourse } from '#lib/content/course.server';
import { moduleStub } from '#lib/content/stubs';

export const load = async () => ({ modules: (await loadCourse()).modules.map(moduleStub) });
