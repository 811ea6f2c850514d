import { loadCourse } from '#lib/content/course.server';
import type { Site } from '#lib/session/site';

export const load = async () => {
	const { id, title, languages, version } = await loadCourse();
	return {
		site: { course: { id, title, languages }, content: version, app: APP_VERSION } satisfies Site
	};
};
