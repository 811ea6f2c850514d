import { locales } from '#lib/base/locale';
import { speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';

/** Prerendered whether or not another page leads here. */
export const entries = () => locales.map((lang) => ({ lang }));

/** Its code is fetched here: every page lists the files of every route, and those of students are to stay light. */
export const load = async ({ data, parent }) => {
	const { locale } = await parent();
	const [{ default: Screen }] = await Promise.all([
		import('#lib/screens/trainer/TrainerScreen.svelte'),
		speakOf('trainer', locale)
	]);
	return { ...data, Screen };
};
