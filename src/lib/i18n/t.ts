import { derived, get, type Readable } from 'svelte/store';
import { IntlMessageFormat } from 'intl-messageformat';
import { addMessages, init, json, locale as active } from 'svelte-i18n';
import type { Locale } from '#lib/base/locale';
import { digits, type Digits } from './digits';
import type assignment from './messages/assignment.en.json';
import type trainer from './messages/trainer.en.json';
import type report from './messages/report.en.json';
import type device from './messages/device.en.json';
import type en from './messages/en.json';
import type home from './messages/home.en.json';
import type offline from './messages/offline.en.json';
import type people from './messages/people.en.json';
import type progress from './messages/progress.en.json';
import type quiz from './messages/quiz.en.json';
import type reference from './messages/reference.en.json';
import type terms from './messages/terms.en.json';
import type save from './messages/save.en.json';

type Paths<T, Prefix extends string = ''> = {
	[K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** The address of a message in the tables: 'quiz.start', or 'kinds.numeric.field' for a kind's own. */
export type MessageKey =
	| Paths<typeof en>
	| Paths<typeof device>
	| Paths<typeof report>
	| Paths<typeof trainer>
	| Paths<typeof assignment>
	| Paths<typeof home>
	| Paths<typeof people>
	| Paths<typeof quiz>
	| Paths<typeof reference>
	| Paths<typeof progress>
	| Paths<typeof save>
	| Paths<typeof terms>
	| Paths<typeof offline>
	| `kinds.${string}.${string}`;
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Each page loads what it says: all have `page`, and add their own (see `table-file.server.ts`); `offline` comes behind each. */
const tables = {
	page: { en: () => import('./messages/en.json'), ar: () => import('./messages/ar.json') },
	device: {
		en: () => import('./messages/device.en.json'),
		ar: () => import('./messages/device.ar.json')
	},
	home: {
		en: () => import('./messages/home.en.json'),
		ar: () => import('./messages/home.ar.json')
	},
	people: {
		en: () => import('./messages/people.en.json'),
		ar: () => import('./messages/people.ar.json')
	},
	quiz: { en: () => import('./quiz-tables/en'), ar: () => import('./quiz-tables/ar') },
	reference: {
		en: () => import('./messages/reference.en.json'),
		ar: () => import('./messages/reference.ar.json')
	},
	progress: {
		en: () => import('./messages/progress.en.json'),
		ar: () => import('./messages/progress.ar.json')
	},
	save: {
		en: () => import('./messages/save.en.json'),
		ar: () => import('./messages/save.ar.json')
	},
	offline: {
		en: () => import('./messages/offline.en.json'),
		ar: () => import('./messages/offline.ar.json')
	}
};
type Name = keyof typeof tables | 'assignment' | 'report' | 'terms' | 'trainer';
type Table = { readonly [L in Locale]: () => Promise<{ default: object }> };
const known: Partial<Record<Name, Table>> = tables;
let wanted: Locale = 'en';
const spoken = new Set<Name>(['page']);
const added = new Set<unknown>();

/** 'ar', 'latn' => 'ar-AE-u-ca-gregory-nu-latn': the tag for `Intl`, with the digits of the setting. */
export const intlTag = (locale: Locale, shown: Digits): string =>
	locale === 'ar' ? `ar-AE-u-ca-gregory-nu-${shown}` : 'en-GB';

/** Fetches what is said so far in a language, once, and leaves the language as it is: a page may only be preloaded. */
export async function prepare(locale: Locale): Promise<void> {
	await Promise.all([...spoken].map((name) => add(name, locale)));
}

/** Adds a table of messages in a language, and to what is said in every one prepared later. */
export async function speakOf(name: Exclude<Name, 'page'>, locale: Locale = wanted): Promise<void> {
	spoken.add(name);
	await add(name, locale);
}

/** Adds tables that are not listed here: most pages never say them. */
export const addTables = (more: Partial<Record<Name, Table>>): void => {
	Object.assign(known, more);
};

/** Makes the interface speak a language that is prepared, at once. */
export function speakNow(locale: Locale): void {
	wanted = locale;
	const tag = intlTag(locale, get(digits));
	if (get(active) === tag) return;
	init({ fallbackLocale: locale, initialLocale: tag });
	void active.set(tag);
}

/** Makes the interface speak a language; of several calls the last one stays. */
export async function speak(locale: Locale): Promise<void> {
	wanted = locale;
	await prepare(locale);
	if (wanted === locale) speakNow(locale);
}

async function add(name: Name, locale: Locale): Promise<void> {
	const table = known[name]?.[locale];
	if (!table) throw new Error(`Nobody has added the table "${name}".`);
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
