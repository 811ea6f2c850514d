import { importsOf } from './imports';
import { file, type Rule } from './source';

interface Layer {
	/** Folders that it may take values and types from. */
	readonly values: readonly string[];
	/** Folders that it may take types from as well. */
	readonly types?: readonly string[];
}

const pure = ['base', 'quiz', 'content', 'progress', 'training'];
const data = [...pure, 'store', 'tracking', 'offline', 'session'];
const before = (layer: string) => pure.slice(0, pure.indexOf(layer));

const layers: Readonly<Record<string, Layer>> = {
	...Object.fromEntries(pure.map((layer) => [layer, { values: before(layer) }])),
	store: { values: pure },
	tracking: { values: pure },
	offline: { values: pure },
	session: { values: [...pure, 'store', 'tracking', 'offline'] },
	i18n: { values: ['base'], types: data },
	ui: { values: ['base', 'i18n'], types: data },
	// A view knows its own kind.
	'kind views': { values: ['base', 'i18n', 'ui', 'quiz'], types: data },
	screens: { values: ['base', 'i18n', 'ui', 'kind views', 'session'], types: data }
};

/** What crosses nevertheless, and why. */
const exceptions: readonly { from: RegExp; to: RegExp; why: string }[] = [
	{
		from: /^src\/lib\/i18n\/quiz-tables\/\w+\.ts$/,
		to: /^src\/lib\/quiz\/kinds\/\*\/messages\.\w+\.json$/,
		why: 'the messages of a kind stand in its folder'
	},
	{
		from: /^src\/lib\/screens\/QuestionView\.svelte$/,
		to: /^src\/lib\/quiz\/kinds$/,
		why: 'it joins a kind and its view, and shows the public part alone'
	}
];

/** Layer of a file; null for what joins everything (routes, hooks, the player, commands). */
function layerOf(path: string): string | null {
	if (/^src\/lib\/quiz\/(views(\.ts)?|kinds\/[^/]+\/View\.(svelte|test\.ts))$/.test(path))
		return 'kind views';
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** A folder imports only from folders to its left. */
export const importOrder: Rule = {
	title: 'a folder imports only from folders to its left',
	broken(source) {
		const from = layerOf(source.path);
		if (from === null) return [];
		const layer = layers[from];
		if (!layer) return [`${from} is no folder of the architecture`];
		return importsOf(source).flatMap(({ specifier, target, type }) => {
			if (target === null) return [];
			const to = layerOf(target);
			if (to === from || (to !== null && layer.values.includes(to))) return [];
			if (type && to !== null && layer.types?.includes(to)) return [];
			if (exceptions.some((one) => one.from.test(source.path) && one.to.test(target))) return [];
			return [`${from} imports ${type ? 'types of ' : ''}${specifier}`];
		});
	},
	bad: [
		file('src/lib/base/id.ts', "import { kindOf } from '#lib/quiz/kinds';"),
		file('src/lib/quiz/draw.ts', "export { a } from '../progress/record';"),
		file('src/lib/progress/standing.ts', "import type { Store } from '#lib/store/store';"),
		file('src/lib/store/a.ts', "import { send } from '#lib/tracking/send';"),
		file('src/lib/session/a.svelte.ts', "import { digits } from '#lib/i18n/digits';"),
		file('src/lib/session/a.ts', "import type { Translate } from '#lib/i18n/t';"),
		file('src/lib/ui/Standing.svelte', "import { standingIn } from '#lib/progress/standing';"),
		file(
			'src/lib/ui/A.svelte',
			"import {\n\ttype Part,\n\tgraded\n} from '#lib/quiz/define-kind';"
		),
		file('src/lib/i18n/t.ts', "const table = import.meta.glob('../../lib/content/*.json');"),
		file('src/lib/screens/A.svelte', "const store = import('#lib/store/open-store');"),
		file('src/lib/screens/A.svelte', "import { kindOf } from '#lib/quiz/kinds';"),
		file('src/lib/quiz/kinds/numeric/View.svelte', "import { a } from '#lib/session/device';"),
		file('src/lib/quiz/kinds/numeric/kind.ts', "import { t } from '#lib/i18n/t';"),
		file('src/lib/screens/A.svelte', "import { load } from '../../routes/+page';"),
		file('src/lib/utilities/a.ts')
	],
	good: [
		file('src/lib/progress/standing.ts', "import { isLocale } from '#lib/base/locale';"),
		file('src/lib/ui/Standing.svelte', "import type { A } from '#lib/progress/standing';"),
		file('src/lib/ui/A.svelte', "import { type A, type B } from '#lib/quiz/define-kind';"),
		file('src/lib/screens/A.svelte', "let a: typeof import('#lib/store/store');"),
		file('src/lib/quiz/kinds/numeric/View.svelte', "import { inOrder } from '#lib/quiz/in-order';"),
		file('src/lib/screens/QuestionView.svelte', "import { kindOf } from '#lib/quiz/kinds';"),
		file('src/routes/+page.server.ts', "import { moduleStub } from '#lib/content/stubs';")
	]
};
