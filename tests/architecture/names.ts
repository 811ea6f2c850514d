import { file, type Rule } from './source';

const nothingSaid = /(^|[-.])(utils?|utilities|helpers?|misc|common|stuff)([-.]|$)/i;

export const tellingNames: Rule = {
	title: 'a file is named for the thing in it, and nothing is a barrel',
	broken({ path }) {
		const parts = path.split('/').slice(1);
		const name = parts.at(-1)!;
		return [
			...(/^index\.\w+$/.test(name) ? ['is a barrel'] : []),
			...parts.filter((part) => nothingSaid.test(part)).map((part) => `"${part}" says nothing`),
			// Routes have Kit's names.
			...(path.startsWith('src/routes/') ||
			/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]\w+)(\.[a-z0-9]+)+$/.test(name)
				? []
				: ['is neither kebab-case nor PascalCase']),
			...(/\.svelte$/.test(name) && !/^([A-Z]|\+)/.test(name)
				? ['is a component without PascalCase']
				: [])
		];
	},
	bad: [
		file('src/lib/quiz/index.ts'),
		file('src/lib/utils/dates.ts'),
		file('src/lib/base/text-utils.ts'),
		file('src/lib/base/helpers.ts'),
		file('src/lib/common/dates.ts'),
		file('src/lib/session/misc.svelte.ts'),
		file('src/lib/base/readNumber.ts'),
		file('src/lib/ui/score-ring.svelte')
	],
	good: [
		file('src/lib/quiz/kinds/true-false/View.svelte'),
		file('src/lib/store/migrations/001-first-tables.ts'),
		file('src/routes/lessons/[lesson]/+page.svelte')
	]
};
