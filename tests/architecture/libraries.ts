import { importsOf } from './imports';
import { file, forTests, isForTests, type Rule } from './source';

/** Outside libraries, and the files that may know them. */
const homes: readonly { library: RegExp; home: RegExp }[] = [
	{
		library: /^dexie$/,
		home: /^src\/lib\/store\/((dexie|migrations|trainer)\/|[\w-]+\.test\.ts$)/
	},
	{ library: /^svelte-i18n$/, home: /^src\/lib\/i18n\// },
	{
		library:
			/^(unified|vfile|(remark|rehype|mdast|hast|unist)(-[\w-]+)?|@types\/(mdast|hast)|yaml)$/,
		home: /^src\/lib\/content\//
	},
	{
		// Messages are checked by the rules of content, compiled by a Vite plugin, and formatted by i18n.
		library: /^(@formatjs\/|intl-messageformat)/,
		home: /^src\/(lib\/content\/rules\/icu\.ts|cli\/messages-plugin\.mjs|lib\/i18n\/[\w-]+\.ts)$/
	},
	{ library: /^workbox-/, home: /^src\/(lib\/offline\/|service-worker\.ts)/ },
	{ library: /^ts-fsrs$/, home: /^src\/lib\/progress\/review-schedule(\.test)?\.ts$/ },
	{ library: /^uqr$/, home: /^src\/lib\/ui\/QrCode\.svelte$/ },
	{ library: /^jose$/, home: /^src\/lib\/(training\/keys|store\/[\w/-]*backup)/ },
	{
		library: /^papaparse$/,
		home: /^src\/lib\/training\/(roster\/roster-text|take-away\/csv)(\.test)?\.ts$/
	},
	{ library: /^write-excel-file(\/|$)/, home: /^src\/lib\/training\/take-away\/workbook\.ts$/ },
	{ library: /^ical-generator$/, home: /^src\/lib\/training\/take-away\/calendar\.ts$/ },
	{
		library: /^(@sveltejs\/kit|\$app|\$service-worker|\$env)(\/|$)/,
		home: /^src\/(routes\/|hooks|service-worker\.ts)|\.server\.ts$/
	},
	{ library: /^node:/, home: /^src\/cli\/|\.server\.ts$|\.test\.ts$/ },
	{ library: /^(vite$|sirv$|@playwright\/)/, home: /^src\/cli\// },
	{
		library: /^(vitest|fast-check|fake-indexeddb|@testing-library)(\/|$)/,
		home: forTests
	}
];

export const libraryHomes: Rule = {
	title: 'a library is known to its home alone',
	broken: (source) =>
		importsOf(source).flatMap(({ specifier }) =>
			homes.some(({ library, home }) => library.test(specifier) && !home.test(source.path))
				? [`imports ${specifier}`]
				: []
		),
	bad: [
		file('src/lib/session/a.ts', "import Dexie from 'dexie';"),
		file('src/lib/store/fallback.ts', "import { liveQuery } from 'dexie';"),
		file('src/lib/ui/A.svelte', "import { _ } from 'svelte-i18n';"),
		file('src/lib/quiz/a.ts', "import { parse } from 'yaml';"),
		file('src/lib/quiz/a.ts', "import remarkParse from 'remark-parse';"),
		file('src/lib/quiz/a.ts', "import type { Root } from 'mdast';"),
		file('src/lib/session/a.ts', "import { parse } from '@formatjs/icu-messageformat-parser';"),
		file('src/lib/store/a.ts', "import { precache } from 'workbox-precaching';"),
		file('src/lib/screens/A.svelte', "import { base } from '$app/paths';"),
		file('src/lib/offline/a.ts', "import { version } from '$service-worker';"),
		file('src/lib/session/a.ts', "import { error } from '@sveltejs/kit';"),
		file('src/lib/content/compile-course.ts', "import { createHash } from 'node:crypto';"),
		file('src/lib/training/report.ts', "import Papa from 'papaparse';"),
		file('src/lib/screens/A.svelte', "import writeExcelFile from 'write-excel-file/browser';"),
		file('src/lib/training/due.ts', "import ical from 'ical-generator';"),
		file('src/lib/ui/A.svelte', "import { render } from '@testing-library/svelte';"),
		file('src/lib/quiz/draw.ts', "import fc from 'fast-check';")
	],
	good: [
		file('src/lib/store/dexie/database.ts', "import Dexie from 'dexie';"),
		file('src/routes/+page.svelte', "import { base } from '$app/paths';"),
		file('src/lib/content/course.server.ts', "import { createHash } from 'node:crypto';"),
		file('src/lib/quiz/draw.test.ts', "import fc from 'fast-check';")
	]
};

/** Plain modules that may name components and runes, and why. */
const mayNameSvelte = [
	// Finds the views of the kinds.
	/^src\/lib\/quiz\/views\.ts$/,
	// Gathers what a page fetches behind its text, its questions, or (in routes) all else.
	/^src\/lib\/screens\/(lesson|quiz|assigned)-extras\.ts$/,
	/^src\/routes\/\[lang=lang\]\/behind-page\.ts$/,
	// Fetch a screen that only few people open.
	/^src\/routes\/\[lang=lang\]\/(trainer\/([a-z]+\/)?|assignment\/)\+page\.ts$/,
	// The entry of the page inside an LMS package.
	/^src\/player\//
];

export const plainModules: Rule = {
	title: 'a plain module imports no component and no runes',
	broken: (source) =>
		!/\.ts$/.test(source.path) ||
		/\.svelte\.ts$/.test(source.path) ||
		isForTests(source.path) ||
		mayNameSvelte.some((path) => path.test(source.path))
			? []
			: importsOf(source).flatMap(({ specifier }) =>
					/\.svelte(\.ts)?$/.test(specifier) ? [`imports ${specifier}`] : []
				),
	bad: [
		file('src/lib/session/a.ts', "import { Q } from './quiz-session.svelte';"),
		file('src/lib/session/a.ts', "import type { Q } from './quiz-session.svelte.ts';"),
		file('src/lib/screens/a.ts', "export { default as A } from './A.svelte';")
	],
	good: [
		file('src/lib/session/a.svelte.ts', "import { Q } from './quiz-session.svelte';"),
		file('src/lib/session/a.test.ts', "import { Q } from './quiz-session.svelte';"),
		file('src/lib/quiz/views.ts', "const views = import.meta.glob('./kinds/*/View.svelte');")
	]
};

export const ownPrefix: Rule = {
	title: 'the library of the project is #lib',
	broken: (source) =>
		importsOf(source).flatMap(({ specifier }) =>
			/^(\$lib|src|\/)/.test(specifier) ? [`imports ${specifier}`] : []
		),
	bad: [file('src/routes/+page.svelte', "import { t } from '$lib/i18n/t';")],
	good: [file('src/routes/+page.svelte', "import { t } from '#lib/i18n/t';")]
};
