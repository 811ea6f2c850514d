import { derived } from 'svelte/store';
import type { Locale } from '#lib/base/locale';
import { digits } from './digits';
import { intlTag } from './t';

/** `$date('2026-11-23', 'en')` => '23 November 2026'; the calendar is Gregorian in both languages. */
export const date = derived(
	digits,
	(shown) => (iso: string, locale: Locale) =>
		new Intl.DateTimeFormat(intlTag(locale, shown), { dateStyle: 'long', timeZone: 'UTC' }).format(
			new Date(`${iso.slice(0, 10)}T00:00:00Z`)
		)
);
