import { derived } from 'svelte/store';
import type { Locale } from '#lib/base/locale';
import { digits } from './digits';
import { intlTag } from './t';

/** A time as a format shows it; a dash where no calendar has it, as times of others may be anything. */
const orDash = (format: Intl.DateTimeFormat, at: number): string =>
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

const moment = {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
} as const;

/**
 * `$dateTime(at, 'en', 'Asia/Dubai')` => 'Thursday 26 November 2026 at 23:59', by the clocks of that zone; 'at 19:59 UTC'
 * where this browser does not know it.
 */
export const dateTime = derived(
	digits,
	(shown) => (at: number, locale: Locale, timeZone: string) => {
		const format = (zone: Intl.DateTimeFormatOptions) =>
			new Intl.DateTimeFormat(intlTag(locale, shown), { ...moment, ...zone });
		try {
			return orDash(format({ timeZone }), at);
		} catch {
			return orDash(format({ timeZone: 'UTC', timeZoneName: 'short' }), at);
		}
	}
);

/** `$zoneName('Asia/Dubai', 'en')` => 'Gulf Standard Time'; what is no zone is shown as it is. */
export const zoneName = derived(digits, (shown) => (timeZone: string, locale: Locale) => {
	try {
		const format = new Intl.DateTimeFormat(intlTag(locale, shown), {
			timeZone,
			timeZoneName: 'longGeneric'
		});
		return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
	} catch {
		return timeZone;
	}
});
