import { speakOfQuizzes } from '#lib/i18n/t';

export const load = async ({ data, parent }) => {
	await parent();
	await speakOfQuizzes();
	return data;
};
