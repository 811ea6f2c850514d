import * as v from 'valibot';

/** Halves of characters, controls, and the marks with which a text could reorder what stands around it. */
const unwanted = /\p{Cs}|[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu;
const clean = (text: string) => text.replace(unwanted, '');

/** One line that a person wrote; what cannot be seen in it is dropped. */
export const line = (most: number) =>
	v.pipe(
		v.string(),
		v.maxLength(most),
		v.transform((text) => clean(text.replace(/\s+/g, ' ')).trim())
	);

/** Text that a person wrote, with its line breaks. */
export const prose = (most: number) =>
	v.pipe(
		v.string(),
		v.maxLength(most),
		v.transform((text) => clean(text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')).trim())
	);

/** An id; none of those that mean something to JavaScript. */
export const id = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9][\w.:-]{0,99}$/),
	v.check((text) => text !== 'constructor' && text !== 'prototype')
);

/** A date that JavaScript can show, from 1970 on. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** The last day that every clock shows with a year of four digits. */
const latest = Date.UTC(9999, 11, 31);
/** Whether a time is one that pages can show as a day, for what comes from others. */
export const isShowable = (at: number): boolean => at >= 0 && at <= latest;

export const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Of 32 bytes, base64url: a thumbprint or a digest. */
export const digest = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
/** Of a personal link. */
export const token = v.pipe(v.string(), v.regex(/^[\w-]{8,100}$/));

/** How long what people write may be, for forms too. */
export const longest = {
	title: 200,
	message: 2000,
	group: 120,
	name: 120,
	number: 60
} as const;
