import { derived, get, type Readable } from 'svelte/store';
import { IntlMessageFormat } from 'intl-messageformat';
import { addMessages, init, json, locale as active } from 'svelte-i18n';
import type { Locale } from '#lib/base/locale';
import { digits, type Digits } from './digits';
import type en from './messages/en.json';
import type progress from './messages/progress.en.json';
import type quiz from './messages/quiz.en.json';
import type reference from './messages/reference.en.json';

type Paths<T, Prefix extends string = ''> = {
	[K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** The address of a message in the tables: 'quiz.start', or 'kinds.numeric.field' for a kind's own. */
export type MessageKey =
	| Paths<typeof en>
	| Paths<typeof quiz>
	| Paths<typeof reference>
	| Paths<typeof progress>
	| `kinds.${string}.${string}`;
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Each page loads what it says: all have `page`; quizzes, own progress and the pages one looks things up in add theirs. */
const tables = {
	page: { en: () => import('./messages/en.json'), ar: () => import('./messages/ar.json') },
	quiz: { en: () => import('./quiz-tables/en'), ar: () => import('./quiz-tables/ar') },
	reference: {
		en: () => import('./messages/reference.en.json'),
		ar: () => import('./messages/reference.ar.json')
	},
	progress: {
		en: () => import('./messages/progress.en.json'),
		ar: () => import('./messages/progress.ar.json')
	}
};
let wanted: Locale = 'en';
const spoken = new Set<keyof typeof tables>(['page']);
const added = new Set<unknown>();

/** 'ar', 'latn' => 'ar-AE-u-ca-gregory-nu-latn': the tag for `Intl`, with the digits of the setting. */
export const intlTag = (locale: Locale, shown: Digits): string =>
	locale === 'ar' ? `ar-AE-u-ca-gregory-nu-${shown}` : 'en-GB';

/** Makes the interface speak this language; loads its tables once. Resolves when `$t` is ready. */
export async function speak(locale: Locale): Promise<void> {
	wanted = locale;
	await Promise.all([...spoken].map((name) => add(name, locale)));
	if (wanted !== locale) return;
	const tag = intlTag(locale, get(digits));
	init({ fallbackLocale: locale, initialLocale: tag });
	await active.set(tag);
}

/** Adds a table of messages, in this language and every one spoken later. */
export async function speakOf(name: 'quiz' | 'reference' | 'progress'): Promise<void> {
	spoken.add(name);
	await add(name, wanted);
}

async function add(name: keyof typeof tables, locale: Locale): Promise<void> {
	const table = tables[name][locale];
	if (added.has(table)) return;
	addMessages(locale, (await table()).default as Parameters<typeof addMessages>[1]);
	added.add(table);
}

// svelte-i18n writes its own tag, digits and all, into <html lang>; the page's is the plain language.
active.subscribe((tag) => {
	if (tag && typeof document !== 'undefined') document.documentElement.lang = wanted;
});

digits.subscribe((shown) => {
	if (get(active)) void active.set(intlTag(wanted, shown));
});

/**
 * Formatters by tag and message. Those of svelte-i18n are known by the message alone, so that what was shown once kept
 * its digits, and a message of two languages kept the first (https://github.com/kaisermann/svelte-i18n/pull/251).
 */
const formatters = new Map<string, IntlMessageFormat>();

function formatterOf(message: string, tag: string): IntlMessageFormat {
	const key = `${tag} ${message}`;
	const known = formatters.get(key);
	if (known) return known;
	const formatter = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true });
	formatters.set(key, formatter);
	return formatter;
}

/** `$t(key, values)` => the message in the interface's language. The one way to a string for components. */
export const t: Readable<Translate> = derived(
	[json, active],
	([lookUp, tag]) =>
		(key: MessageKey, values?: MessageValues) => {
			const message: unknown = lookUp(key);
			if (typeof message !== 'string' || !tag) {
				console.warn(`There is no message "${key}" in the tables of "${tag}".`);
				return key;
			}
			return message.includes('{') ? String(formatterOf(message, tag).format(values)) : message;
		}
);
