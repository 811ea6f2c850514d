const kinds = import.meta.glob<Record<string, string>>('../../quiz/kinds/*/messages.ar.json', {
	eager: true,
	import: 'default'
});

/** The messages of every question kind in this language, under `kinds.<kind>`. */
export default {
	kinds: Object.fromEntries(
		Object.entries(kinds).map(([path, messages]) => [path.split('/').at(-2), messages])
	)
};
