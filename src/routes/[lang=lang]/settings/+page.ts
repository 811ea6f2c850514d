import { speakOf } from '#lib/i18n/t';

export const load = async ({ data, parent }) => {
	const { locale } = await parent();
	await Promise.all([
		speakOf('reference', locale),
		speakOf('quiz', locale),
		speakOf('save', locale),
		speakOf('people', locale),
		speakOf('device', locale)
	]);
	return data;
};
