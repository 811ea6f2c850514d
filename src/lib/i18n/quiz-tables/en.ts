import quiz from '../messages/quiz.en.json';

const kinds = import.meta.glob<Record<string, string>>('../../quiz/kinds/*/messages.en.json', {
	eager: true,
	import: 'default'
});

/** Messages of quizzes in this language, and those of each question kind under `kinds.<kind>`. */
export default {
	...quiz,
	kinds: Object.fromEntries(
		Object.entries(kinds).map(([path, messages]) => [path.split('/').at(-2), messages])
	)
};
