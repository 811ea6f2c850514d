import { loadCourse } from '#lib/content/course.server';
import { lessonStub, lessonsOf } from '#lib/content/stubs';

export const load = async () => ({ lessons: lessonsOf(await loadCourse()).map(lessonStub) });
