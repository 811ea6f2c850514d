import { flattenedDecrypt, GeneralEncrypt } from 'jose';
import * as v from 'valibot';
import { plainJson } from '#lib/base/plain-json';
import type { PublicKey } from '../assignment';
import { InputError } from '../problem';
import { fromBase64url, isBase64url, toBase64url } from './base64url';
import type { KeyPair } from './key-pair';
import { importedPublic, scalar, sealingAlgorithm } from './public-key';
import { thumbprintOf } from './thumbprint';

const alg = sealingAlgorithm;
const enc = 'A256GCM';
const typ = 'durus-hand-in-1';
const mostRecipients = 3;

const ephemeral = v.strictObject({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: scalar,
	y: scalar
});
const headers = {
	shared: v.strictObject({
		alg: v.literal(alg),
		enc: v.literal(enc),
		typ: v.literal(typ),
		epk: v.optional(ephemeral)
	}),
	own: v.strictObject({
		kid: v.pipe(v.string(), v.regex(/^[\w-]{8}$/)),
		epk: v.optional(ephemeral)
	})
};

/** Says whose a recipient's part is without trying it; nothing is believed because of it. */
const kidOf = async (key: PublicKey) => (await thumbprintOf(key)).slice(0, 8);

/**
 * Bytes => a text that each of one to three keys opens: a general JWE (RFC 7516), its parts joined by dots as in the compact
 * form, `protected.iv.ciphertext.tag` and for each recipient `header.key`, which is a quarter shorter than its JSON.
 */
export async function sealed(bytes: Uint8Array, to: readonly PublicKey[]): Promise<string> {
	if (to.length < 1 || to.length > mostRecipients) throw new RangeError('One to three recipients.');
	const jwe = new GeneralEncrypt(bytes).setProtectedHeader({ alg, enc, typ });
	for (const key of to)
		jwe
			.addRecipient(await importedPublic(key, alg))
			.setUnprotectedHeader({ kid: await kidOf(key) });
	const { protected: shared, iv, ciphertext, tag, recipients } = await jwe.encrypt();
	const own = recipients.flatMap(({ header, encrypted_key }) => [
		toBase64url(new TextEncoder().encode(JSON.stringify(header))),
		encrypted_key
	]);
	return [shared, iv, ciphertext, tag, ...own].join('.');
}

const headerIn = (part: string) =>
	plainJson(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)));

/** Parts of a sealed text. Throws an InputError where they are none that are written here. */
function partsOf(text: string) {
	const [shared = '', iv = '', ciphertext = '', tag, ...own] = text.split('.');
	if (tag === undefined || own.length < 2 || own.length % 2) throw new InputError('changed');
	if (own.length > 2 * mostRecipients) throw new InputError('damaged');
	if (!text.split('.').every(isBase64url)) throw new InputError('changed');
	try {
		v.parse(headers.shared, headerIn(shared));
		const recipients = Array.from({ length: own.length / 2 }, (_, index) => ({
			header: v.parse(headers.own, headerIn(own[2 * index]!)),
			encrypted_key: own[2 * index + 1]!
		}));
		return { jwe: { protected: shared, iv, ciphertext, tag }, recipients };
	} catch (error) {
		throw new InputError('changed', { cause: error });
	}
}

/**
 * A sealed text => its bytes, by whichever of the keys fits. Rejects with an InputError: 'wrong-key' where it is sealed to
 * none of them, 'changed' where it is and does not open.
 */
export async function opened(text: string, keys: readonly KeyPair[]): Promise<Uint8Array> {
	const { jwe, recipients } = partsOf(text);
	let failure: unknown = null;
	for (const { public: key, private: secret } of keys) {
		const kid = await kidOf(key);
		for (const { header, encrypted_key } of recipients) {
			if (header.kid !== kid) continue;
			try {
				const whole = { ...jwe, header: { ...header }, encrypted_key };
				const { plaintext } = await flattenedDecrypt(whole, secret, {
					keyManagementAlgorithms: [alg],
					contentEncryptionAlgorithms: [enc]
				});
				return plaintext;
			} catch (error) {
				failure = error;
			}
		}
	}
	throw failure ? new InputError('changed', { cause: failure }) : new InputError('wrong-key');
}
