import { readFile } from 'node:fs/promises';
import type { Locale } from '#lib/base/locale';

/** Last parts of the routes that say the messages of `reference`. */
const reference = ['settings', 'about', 'claims', 'glossary'];
/** And of `progress`. */
const progress = ['progress', 'certificate'];

let manifest: Promise<Record<string, { file: string } | undefined>> | undefined;

/**
 * Paths in the built site of the messages that a page says, so that it can ask for them before its script does. Only
 * while the site is built; the manifest is Vite's.
 */
export async function tableFiles(locale: Locale, screen: string): Promise<string[]> {
	manifest ??= readFile(
		`${process.env.KIT_DIR ?? '.svelte-kit'}/output/client/.vite/manifest.json`,
		'utf8'
	).then(JSON.parse);
	const files = await manifest;
	const sources = [
		`messages/${locale}.json`,
		...(['quiz', 'review'].includes(screen) ? [`quiz-tables/${locale}.ts`] : []),
		...(screen === '[lang=lang]' ? [`messages/home.${locale}.json`] : []),
		...(reference.includes(screen) ? [`messages/reference.${locale}.json`] : []),
		...(screen === 'settings' ? [`messages/people.${locale}.json`] : []),
		...(progress.includes(screen) ? [`messages/progress.${locale}.json`] : [])
	];
	return sources.flatMap((source) => files[`src/lib/i18n/${source}`]?.file ?? []);
}
