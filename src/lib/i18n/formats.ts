import { derived } from 'svelte/store';
import type { Locale } from '#lib/base/locale';
import { digits } from './digits';
import { intlTag } from './t';

/** A store of a way to show days; the calendar is Gregorian in both languages. */
const dayFormat = (options: Intl.DateTimeFormatOptions) =>
	derived(
		digits,
		(shown) => (iso: string, locale: Locale) =>
			new Intl.DateTimeFormat(intlTag(locale, shown), { ...options, timeZone: 'UTC' }).format(
				new Date(`${iso.slice(0, 10)}T00:00:00Z`)
			)
	);

/** `$date('2026-11-23', 'en')` => '23 November 2026' */
export const date = dayFormat({ dateStyle: 'long' });

/** `$shortDate('2026-11-23', 'en')` => '23 Nov', for axes and narrow places. */
export const shortDate = dayFormat({ day: 'numeric', month: 'short' });

/** `$weekday('2026-11-23', 'en')` => 'Mon' */
export const weekday = dayFormat({ weekday: 'short' });

/** `$dateTime(at, 'en', 'Asia/Dubai')` => 'Thursday 26 November 2026 at 23:59', by the clocks of that zone. */
export const dateTime = derived(
	digits,
	(shown) => (at: number, locale: Locale, timeZone: string) =>
		new Intl.DateTimeFormat(intlTag(locale, shown), {
			weekday: 'long',
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
			timeZone
		}).format(at)
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
