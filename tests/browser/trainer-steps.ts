import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Language } from './site';

export { watch as watched } from './site';

/** A message of a table: 'send.copyOf', { name: 'Mariam' } => as the page says it, without the marks around a name. */
export function messages(language: Language, table: string) {
	const file = new URL(`../../src/lib/i18n/messages/${table}.${language}.json`, import.meta.url);
	const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	return (key: string, values: Record<string, string> = {}): string => {
		const found = key
			.split('.')
			.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], all);
		if (typeof found !== 'string') throw new Error(`There is no message ${key} in ${table}`);
		return found.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
	};
}

/** Presses, and gives the path of the file that the page offers, under the name that it gave it. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	const path = `test-results/downloads/${Date.now()}-${download.suggestedFilename()}`;
	await download.saveAs(path);
	return path;
}
