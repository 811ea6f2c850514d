import { speakOf } from '#lib/i18n/t';

export const load = async ({ data, parent }) => {
	await parent();
	await speakOf('home');
	return data;
};
