import { derived } from 'svelte/store';
import type { Locale } from '#lib/base/locale';
import { digits } from './digits';
import { intlTag } from './t';

/** A time as a format shows it; a dash where no calendar has it, as times of others may be anything. */
export const orDash = (format: Intl.DateTimeFormat, at: number): string =>
	Math.abs(at) <= 8.64e15 ? format.format(at) : '–';

/** A store of a way to show days; the calendar is Gregorian in both languages. */
const dayFormat = (options: Intl.DateTimeFormatOptions) =>
	derived(
		digits,
		(shown) => (iso: string, locale: Locale) =>
			orDash(
				new Intl.DateTimeFormat(intlTag(locale, shown), { ...options, timeZone: 'UTC' }),
				Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
			)
	);

/** `$date('2026-11-23', 'en')` => '23 November 2026' */
export const date = dayFormat({ dateStyle: 'long' });

/** `$shortDate('2026-11-23', 'en')` => '23 Nov', for axes and narrow places. */
export const shortDate = dayFormat({ day: 'numeric', month: 'short' });

/** `$weekday('2026-11-23', 'en')` => 'Mon' */
export const weekday = dayFormat({ weekday: 'short' });
