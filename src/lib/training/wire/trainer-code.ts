import * as v from 'valibot';
import { plainJson } from '#lib/base/plain-json';
import { Unreadable } from '#lib/base/unreadable';
import type { Trainer } from '../assignment';
import { isOnCurve } from './on-curve';
import { InputError } from '../problem';

/** What a code begins with. What stands behind it is public: whoever has it can write to that trainer, and read nothing. */
const opening = 'durus-trainer.';
/** In characters; four times what the longest name needs. */
const longest = 4000;
/** Of a trainer's name, in UTF-16 units. */
export const longestTrainerName = 100;

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const key = v.pipe(v.strictObject({ x: coordinate, y: coordinate }), v.check(isOnCurve));
const content = v.strictObject({
	v: v.literal(1),
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestTrainerName)),
	signing: key,
	encryption: key
});

/** FNV-1a, 32 bits, base 36: finds a code that was cut or mistyped; it is no protection. */
function checkOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
	return hash.toString(36).padStart(7, '0');
}

const base64url = (text: string) =>
	btoa(String.fromCharCode(...new TextEncoder().encode(text)))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

/** The code by which another trainer names this one as a co-trainer: 'durus-trainer.<base64url of JSON>.<check>'. */
export function writeTrainerCode({ name, signing, encryption }: Trainer): string {
	const point = ({ x, y }: Trainer['signing']) => ({ x, y });
	const json = { v: 1, name, signing: point(signing), encryption: point(encryption) };
	const body = base64url(JSON.stringify(json));
	return `${opening}${body}.${checkOf(body)}`;
}

/** A pasted code => whose it is; white space in and around it is ignored. Throws an InputError. */
export function readTrainerCode(pasted: string): Trainer {
	if (pasted.length > 2 * longest) throw new InputError('too-large');
	const code = pasted.replace(/[\s\u200E\u200F\u061C\u2066-\u2069]+/g, '');
	if (code.length > longest) throw new InputError('too-large');
	if (!code.startsWith(opening)) throw new InputError('not-ours');
	const [, body, check] = /^([\w-]+)\.([0-9a-z]{7})$/.exec(code.slice(opening.length)) ?? [];
	if (!body) throw new InputError('cut');
	if (checkOf(body) !== check) throw new InputError('changed');
	return trainerIn(body);
}

function trainerIn(body: string): Trainer {
	try {
		const bytes = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
		const text = new TextDecoder('utf-8', { fatal: true }).decode(
			Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))
		);
		const json = plainJson(text);
		const { v: version } = v.parse(v.looseObject({ v: v.number() }), json);
		if (version > 1) throw new InputError('newer');
		const { name, signing, encryption } = v.parse(content, json);
		return { name, signing, encryption };
	} catch (error) {
		if (error instanceof InputError) throw error;
		throw new InputError(
			error instanceof Unreadable && error.problem === 'too-large' ? 'too-large' : 'damaged',
			{ cause: error }
		);
	}
}
