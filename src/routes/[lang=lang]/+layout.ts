import type { Locale } from '#lib/base/locale';
import { prepare } from '#lib/i18n/t';

export const load = async ({ params, data }) => {
	const locale = params.lang as Locale;
	await prepare(locale);
	return { ...data, locale };
};
