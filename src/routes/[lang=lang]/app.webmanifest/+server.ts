import { error } from '@sveltejs/kit';
import { directionOf, inLocale, isLocale, locales } from '#lib/base/locale';
import { loadCourse } from '#lib/content/course.server';
import { installManifest } from '#lib/offline/install-manifest';
import { picturesOf } from '#lib/offline/pictures.server';
import ar from '#lib/i18n/messages/ar.json';
import en from '#lib/i18n/messages/en.json';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => locales.map((lang) => ({ lang }));

/** What a browser reads to install the site, in one language; addresses are relative to this file. */
export const GET = async ({ params: { lang } }) => {
	if (!isLocale(lang)) error(404);
	const { id, title, summary } = await loadCourse();
	const words = { en, ar }[lang].app;
	const manifest = installManifest({
		locale: lang,
		direction: directionOf(lang),
		title: inLocale(title, lang).text,
		summary: inLocale(summary, lang).text,
		pictures: await picturesOf(id),
		words
	});
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json' }
	});
};
