import { locales } from '#lib/base/locale';
import { speakOf } from '#lib/i18n/t';

/** Prerendered whether or not another page leads here. */
export const entries = () => locales.map((lang) => ({ lang }));

export const load = async ({ data, parent }) => {
	const { locale } = await parent();
	await speakOf('assignment', locale);
	return data;
};
