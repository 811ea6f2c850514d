import { readFile } from 'node:fs/promises';
import type { Locale } from '#lib/base/locale';

let manifest: Promise<Record<string, { file: string } | undefined>> | undefined;

/**
 * Path in the built site of the messages in a language, so that a page can ask for them before its script does.
 * Only while the site is built; the manifest is Vite's.
 */
export async function tableFile(locale: Locale): Promise<string | undefined> {
	manifest ??= readFile(
		`${process.env.KIT_DIR ?? '.svelte-kit'}/output/client/.vite/manifest.json`,
		'utf8'
	).then(JSON.parse);
	return (await manifest)[`src/lib/i18n/messages/${locale}.json`]?.file;
}
