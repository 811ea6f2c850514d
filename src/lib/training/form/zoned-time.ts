/** A day and a time of day as they stand in a form: '2026-11-26', '23:59'. */
export interface WallTime {
	readonly day: string;
	readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	});
	formats.set(zone, format);
	return format;
}

/** Whether the name is one of a time zone that this browser knows: 'Asia/Dubai'. */
export function isTimeZone(zone: string): boolean {
	if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return false;
	try {
		formatIn(zone);
		return true;
	} catch {
		return false;
	}
}

/** The zone, or UTC where this browser does not know it: a name that is as new as another browser. */
export const knownZone = (zone: string): string => (isTimeZone(zone) ? zone : 'UTC');

/** What the clocks of a zone showed then, to the minute. Throws a RangeError for an unknown zone. */
export function wallTimeAt(at: number, zone: string): WallTime {
	const part = Object.fromEntries(
		formatIn(zone)
			.formatToParts(new Date(at))
			.map(({ type, value }) => [type, value])
	);
	return {
		day: `${part.year!.padStart(4, '0')}-${part.month}-${part.day}`,
		time: `${part.hour}:${part.minute}`
	};
}

/** The wall time read as if it were UTC, in milliseconds; NaN where it is no time. */
function asUtc({ day, time }: WallTime): number {
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return NaN;
	const read = Date.parse(`${day}T${time}:00Z`);
	// 31 February is read as a day in March by some browsers.
	return Number.isNaN(read) || new Date(read).toISOString().slice(0, 10) !== day ? NaN : read;
}

/** How far the zone's clocks are ahead of UTC then, in milliseconds, to the minute. */
export const offsetAt = (at: number, zone: string): number =>
	asUtc(wallTimeAt(at, zone)) - Math.floor(at / 60_000) * 60_000;

const day = 24 * 3_600_000;

/**
 * The moment at which the clocks of a zone show a wall time; null where it is no time. What they show twice is the
 * first of both; what they leave out in spring is as much later as they jump (as `Temporal` has it: 'compatible').
 */
export function zonedTime(wall: WallTime, zone: string): number | null {
	const read = asUtc(wall);
	if (Number.isNaN(read)) return null;
	const [before, after] = [read - day, read + day].map((near) => read - offsetAt(near, zone));
	const shown = [before!, after!].filter((at) => offsetAt(at, zone) === read - at);
	return shown.length ? Math.min(...shown) : before!;
}

/** The next day of a week after today in a zone; 0 is Sunday: (now, 'Asia/Dubai', 4) => '2026-11-26'. */
export function nextDayOfWeek(now: number, zone: string, dayOfWeek: number): string {
	const today = Date.parse(`${wallTimeAt(now, zone).day}T00:00:00Z`);
	const ahead = (dayOfWeek - new Date(today).getUTCDay() + 6) % 7;
	return new Date(today + (ahead + 1) * day).toISOString().slice(0, 10);
}
