import { loadCourse } from '#lib/content/course.server';
import { lessonsOf, lessonStub } from '#lib/content/stubs';

export const load = async () => ({ lessons: lessonsOf(await loadCourse()).map(lessonStub) });
