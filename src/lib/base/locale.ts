/** The languages of the interface, in the order in which they are offered. */
export const locales = ['en', 'ar'] as const;
export type Locale = (typeof locales)[number];
export type Direction = 'ltr' | 'rtl';

/** A string in each language of a course; a course written in one language has one entry. */
export type Text = { readonly [L in Locale]?: string };

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** 'ar' => 'rtl' */
export const directionOf = (locale: Locale): Direction => (locale === 'ar' ? 'rtl' : 'ltr');

export const otherLocale = (locale: Locale): Locale => (locale === 'ar' ? 'en' : 'ar');

/** The text in the wanted language, or in the one there is, with the language it is in. */
export function inLocale(text: Text, wanted: Locale): { locale: Locale; text: string } {
	const locale = text[wanted] === undefined ? otherLocale(wanted) : wanted;
	return { locale, text: text[locale] ?? '' };
}
