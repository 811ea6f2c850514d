import { readFile } from 'node:fs/promises';
import type { Locale } from '#lib/base/locale';

/** What the pages say besides what every page does: tables by the last part of the route, or the last two. */
const tablesOf: Readonly<Record<string, readonly string[]>> = {
	'[lang=lang]': ['home'],
	quiz: ['quiz', 'save'],
	review: ['quiz', 'save'],
	progress: ['progress'],
	certificate: ['progress', 'save'],
	settings: ['reference', 'quiz', 'save', 'people', 'device'],
	about: ['reference'],
	claims: ['reference'],
	glossary: ['reference'],
	trainer: ['trainer'],
	edit: ['trainer', 'terms'],
	'trainer/assignment': ['trainer', 'terms', 'report'],
	keys: ['trainer', 'report'],
	collect: ['trainer', 'report'],
	report: ['trainer', 'report', 'progress', 'quiz']
};

let manifest: Promise<Record<string, { file: string } | undefined>> | undefined;

/**
 * Paths in the built site of the messages that a page says, so that it can ask for them before its script does. Only
 * while the site is built; the manifest is Vite's.
 */
export async function tableFiles(locale: Locale, route: string): Promise<string[]> {
	manifest ??= readFile(
		`${process.env.KIT_DIR ?? '.svelte-kit'}/output/client/.vite/manifest.json`,
		'utf8'
	).then(JSON.parse);
	const files = await manifest;
	const parts = route.split('/');
	const named = tablesOf[parts.slice(-2).join('/')] ?? tablesOf[parts.at(-1)!] ?? [];
	const sources = [
		`messages/${locale}.json`,
		...named.map((table) =>
			table === 'quiz' ? `quiz-tables/${locale}.ts` : `messages/${table}.${locale}.json`
		)
	];
	return sources.flatMap((source) => files[`src/lib/i18n/${source}`]?.file ?? []);
}
