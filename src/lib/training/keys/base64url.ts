import { base64url } from 'jose';

/** Bytes => base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => base64url.encode(bytes);

/** Whether it is base64url in the one spelling that its bytes have: the last character holds no bits that are none. */
export const isBase64url = (text: string): boolean => {
	const over = text.length % 4;
	const last = over === 2 ? /[AQgw]$/ : /[AEIMQUYcgkosw048]$/;
	return /^[\w-]*$/.test(text) && (over === 0 || (over > 1 && last.test(text)));
};

/** The other way. Throws a TypeError for what no writer of ours gives: padding, white space, another spelling. */
export function fromBase64url(text: string): Uint8Array {
	if (!isBase64url(text)) throw new TypeError('This is no base64url.');
	return base64url.decode(text);
}
