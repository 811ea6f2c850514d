import type { Locale } from '#lib/base/locale';
import { speak } from '#lib/i18n/t';

export const load = async ({ params, data }) => {
	const locale = params.lang as Locale;
	await speak(locale);
	return { ...data, locale };
};
