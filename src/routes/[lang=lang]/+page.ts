import { speakOf } from '#lib/i18n/t';

export const load = async ({ data, parent }) => {
	const { locale } = await parent();
	await speakOf('home', locale);
	return data;
};
