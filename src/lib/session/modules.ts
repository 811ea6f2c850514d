import type { CourseOutline } from '#lib/offline/listing';

/** The modules of the course with their titles, from course.json. */
export async function fetchModules(address: string): Promise<CourseOutline['modules']> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return ((await response.json()) as CourseOutline).modules;
}
