import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { directionOf, isLocale } from '#lib/base/locale';
import { loadCourse } from '#lib/content/course.server';
import { tableFiles } from '#lib/i18n/table-file.server';

/** Writes language, direction and course into each prerendered page, so that they are right before any script runs. */
export const handle: Handle = async ({ event, resolve }) => {
	const { lang } = event.params;
	const locale = isLocale(lang) ? lang : 'en';
	const { id } = await loadCourse();
	const font = locale === 'ar' ? 'arabic' : 'latin';
	const tables = building && lang ? await tableFiles(locale, event.route.id ?? '') : [];
	return resolve(event, {
		// The fonts of both scripts stand in one style sheet; a page preloads its own only.
		preload: ({ type, path }) => type !== 'font' || path.includes(`-${font}-`),
		transformPageChunk: ({ html }) =>
			html
				.replace('%durus.lang%', locale)
				.replace('%durus.dir%', directionOf(locale))
				.replace('%durus.course%', id)
				.replace(
					/<link href="([^"]*)_app\/immutable\/entry\/start/,
					(link, root) =>
						tables
							.map((file) => `<link href="${root}${file}" rel="modulepreload">\n\t\t`)
							.join('') + link
				)
	});
};
