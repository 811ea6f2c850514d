import { base64url } from 'jose';

/** Bytes => base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => base64url.encode(bytes);

/** The other way. Throws a TypeError for what no writer of ours gives: padding, white space, another alphabet. */
export function fromBase64url(text: string): Uint8Array {
	if (!/^[\w-]*$/.test(text)) throw new TypeError('This is no base64url.');
	return base64url.decode(text);
}
