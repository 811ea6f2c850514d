import { InputError } from '../problem';
import { fromBase64url, toBase64url } from './base64url';

/**
 * A compact JWS => its three parts as bytes, each behind its length in 4 bytes, which is a quarter shorter than its text and
 * has one spelling.
 */
export function bytesOf(jws: string): Uint8Array {
	const parts = jws.split('.').map(fromBase64url);
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const part of parts) {
		view.setUint32(at, part.length);
		bytes.set(part, at + 4);
		at += 4 + part.length;
	}
	return bytes;
}

/** The other way. Throws an InputError ('damaged') for other bytes. */
export function jwsOf(bytes: Uint8Array): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 0; at < bytes.length;) {
		const length = at + 4 <= bytes.length ? view.getUint32(at) : Infinity;
		if (parts.length === 3 || at + 4 + length > bytes.length) throw new InputError('damaged');
		parts.push(toBase64url(bytes.subarray(at + 4, at + 4 + length)));
		at += 4 + length;
	}
	return parts.join('.');
}
