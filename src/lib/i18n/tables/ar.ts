import table from '../messages/ar.json';

const kinds = import.meta.glob<Record<string, string>>('../../quiz/kinds/*/messages.ar.json', {
	eager: true,
	import: 'default'
});

/** Every message in this language: the interface's own, and those of each question kind under `kinds.<kind>`. */
export default {
	...table,
	kinds: Object.fromEntries(
		Object.entries(kinds).map(([path, messages]) => [path.split('/').at(-2), messages])
	)
};
