import type { Handle } from '@sveltejs/kit';
import { directionOf, isLocale } from '#lib/base/locale';
import { loadCourse } from '#lib/content/course.server';

/** Writes language, direction and course into each prerendered page, so that they are right before any script runs. */
export const handle: Handle = async ({ event, resolve }) => {
	const locale = isLocale(event.params.lang) ? event.params.lang : 'en';
	const { id } = await loadCourse();
	const font = locale === 'ar' ? 'arabic' : 'latin';
	return resolve(event, {
		// The fonts of both scripts stand in one style sheet; a page preloads its own only.
		preload: ({ type, path }) => type !== 'font' || path.includes(`-${font}-`),
		transformPageChunk: ({ html }) =>
			html
				.replace('%durus.lang%', locale)
				.replace('%durus.dir%', directionOf(locale))
				.replace('%durus.course%', id)
	});
};
