import { calculateJwkThumbprint } from 'jose';
import type { PublicKey } from '../assignment';
import { fromBase64url } from './base64url';
import { jwkOf } from './public-key';

/** RFC 7638 with SHA-256, base64url, 43 characters. */
export const thumbprintOf = (key: PublicKey): Promise<string> =>
	calculateJwkThumbprint(jwkOf(key), 'sha256');

/** Without I, O, 0 and 1, which people take for one another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A key for people to compare, 80 bits of its thumbprint: 'K7QM 2XTA 9F4B 6HJP'. */
export async function fingerprintOf(key: PublicKey): Promise<string> {
	const bits = Array.from(fromBase64url(await thumbprintOf(key)).subarray(0, 10), (byte) =>
		byte.toString(2).padStart(8, '0')
	).join('');
	const signs = bits.match(/.{5}/g)!.map((five) => letters[parseInt(five, 2)]!);
	return signs.join('').match(/.{4}/g)!.join(' ');
}
