import { InputError } from '../problem';

/** What goes from one device to another as text: in a file, and what is small in a link too. */
export type Sort = 'assignment' | 'hand-in' | 'receipt' | 'trainer';

/** In links; a file says the word. */
const marks = { assignment: 'a', 'hand-in': 'h', receipt: 'r', trainer: null } as const;
/** Of the form in which all of it is written. */
const version = 1;

/** A signed or sealed text as it was found. */
export interface Found {
	readonly body: string;
	/** Id of the course as a file's first line has it; null where it does not say. Nobody signed it. */
	readonly course: string | null;
	/** It was put together over gaps, as when mail breaks a link: where it is wrong, it may as well be cut. */
	readonly gaps: boolean;
}

/** A body => the text of a file: a line that says what it is, of which course (if it is told) and how long, then the body. */
export const fileText = (sort: Sort, body: string, course?: string): string =>
	`durus-${sort} ${version} ${course ? `${course} ` : ''}${body.length}\n${body}\n`;

/** A body => '#a=1.fk.…': version, length in base 36, body. The length tells a cut link from a changed one. */
export const fragmentText = (sort: Exclude<Sort, 'trainer'>, body: string): string =>
	`#${marks[sort]}=${version}.${body.length.toString(36)}.${body}`;

/** Nothing to see, and put into links by messengers: soft hyphens, zero-width characters, marks of direction. */
const unseen = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]/g;

/** Text as a messenger, a mail or a file gave it => without what hides in it, and with '#' and '=' where they were encoded. */
function bare(text: string): string {
	let plain = text.replace(unseen, '');
	// A link inside a link inside a link is encoded three times.
	for (let round = 0; round < 3 && /%(23|25|3[dD])/.test(plain); round++)
		plain = plain.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) =>
			String.fromCharCode(parseInt(hex, 16))
		);
	return plain;
}

const firstLine = (sort: Sort) =>
	new RegExp(`durus-${sort}\\s+(\\d{1,9})\\s+(?:([\\w.-]{1,200})\\s+)?(\\d{1,10})(?:\\s+|$)`);
/** Of a link, where white space is taken away. */
const start = /^(\d{1,9})\.([0-9a-z]{1,7})\./;
const cutStart = /^\d{0,9}(\.[0-9a-z]{0,7})?$/;

/**
 * Finds one of these in whatever text it came in: a file, a link, or a message around it. Throws an InputError: 'not-ours',
 * 'cut', 'changed', 'newer' or 'too-large'.
 */
export function foundIn(text: string, sort: Sort, longest: number): Found {
	// A message around a link, and line breaks in a file.
	if (text.length > longest * 1.2 + 10_000) throw new InputError('too-large');
	const plain = bare(text);
	const line = firstLine(sort).exec(plain);
	if (line) return inFile(plain.slice(line.index + line[0].length), line, longest);
	if (new RegExp(`durus-${sort}\\s+[\\s\\w.-]{0,220}$`).test(plain.trimEnd().slice(-250)))
		throw new InputError('cut');
	const mark = `#${marks[sort]}=`;
	const at = marks[sort] ? plain.indexOf(mark) : -1;
	if (at >= 0) return inLink(plain.slice(at + mark.length), longest);
	// As the store keeps it: by itself.
	const alone = plain.trim();
	if (!/^eyJ[\w-]*\.[\w.-]*$/.test(alone)) throw new InputError('not-ours');
	return { body: limited(alone, alone.length, longest), course: null, gaps: false };
}

function inFile(
	rest: string,
	[, written, course, length]: RegExpExecArray,
	longest: number
): Found {
	if (Number(written) > version) throw new InputError('newer');
	const body = rest.replace(/[\s>]+/g, '');
	return { body: limited(body, Number(length), longest), course: course ?? null, gaps: false };
}

function inLink(rest: string, longest: number): Found {
	const joined = rest.replace(/[\s<>]+/g, '');
	const begun = start.exec(joined);
	const unbroken = /^[^\s<>]*/.exec(rest)![0];
	if (!begun) throw new InputError(cutStart.test(unbroken) ? 'cut' : 'not-ours');
	if (Number(begun[1]) > version) throw new InputError('newer');
	const length = parseInt(begun[2]!, 36);
	if (length > longest) throw new InputError('too-large');
	const gaps = unbroken.length < begun[0].length + length;
	const whole = joined.slice(begun[0].length);
	// With another character in the middle it is all there and was altered; with one at the end of what is there it is cut.
	if (gaps && /^[\w.-]*/.exec(whole)![0].length < length) throw new InputError('cut');
	return { body: limited(whole, length, longest), course: null, gaps };
}

function limited(text: string, length: number, longest: number): string {
	if (length > longest) throw new InputError('too-large');
	if (text.length < length) throw new InputError('cut');
	const body = text.slice(0, length);
	if (!/^[\w.-]*$/.test(body)) throw new InputError('changed');
	return body;
}

/** What a text seems to hold; null for nothing of ours. */
export function sortOf(text: string): Sort | null {
	const plain = bare(text);
	const places = (Object.keys(marks) as Sort[]).map((sort) => {
		const places = [plain.indexOf(`durus-${sort} `), plain.search(markAt(sort))];
		return { sort, at: Math.min(...places.map((place) => (place < 0 ? Infinity : place))) };
	});
	const [first] = places.filter(({ at }) => at < Infinity).sort((a, b) => a.at - b.at);
	return first?.sort ?? null;
}

const markAt = (sort: Sort) => new RegExp(marks[sort] ? `#${marks[sort]}=\\d` : '(?!)');

/** A text with several of some sorts in it, as when a whole chat is pasted => a text for each, which begins with it. */
export function eachIn(text: string, ...sorts: readonly Sort[]): string[] {
	const plain = bare(text);
	const starts = new RegExp(sorts.map((sort) => `(?=${startOf(sort)})`).join('|'));
	return plain.split(starts).filter((part) => part.search(starts) === 0);
}

/** Whether a text that stands by itself is of this sort. */
export const beginsAs = (text: string, sort: Sort): boolean =>
	new RegExp(`^(?:${startOf(sort)})`).test(text);

const startOf = (sort: Sort) => `durus-${sort}\\s+\\d|${markAt(sort).source}`;
