import type { Handle } from '@sveltejs/kit';
import { directionOf, isLocale } from '#lib/base/locale';
import { loadCourse } from '#lib/content/course.server';

/** Writes language, direction and course into each prerendered page, so that they are right before any script runs. */
export const handle: Handle = async ({ event, resolve }) => {
	const locale = isLocale(event.params.lang) ? event.params.lang : 'en';
	const { id } = await loadCourse();
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%durus.lang%', locale)
				.replace('%durus.dir%', directionOf(locale))
				.replace('%durus.course%', id)
	});
};
