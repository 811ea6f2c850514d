import { derived } from 'svelte/store';
import type { Locale } from '#lib/base/locale';
import { digits } from './digits';
import { orDash } from './formats';
import { intlTag } from './t';

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
