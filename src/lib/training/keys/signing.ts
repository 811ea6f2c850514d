import { CompactSign, compactVerify } from 'jose';
import * as v from 'valibot';
import { plainJson } from '#lib/base/plain-json';
import type { PublicKey } from '../assignment';
import { InputError } from '../problem';
import { fromBase64url, isBase64url } from './base64url';
import type { KeyPair } from './key-pair';
import { importedPublic, jwkOf, scalar, signingAlgorithm } from './public-key';

/** What is signed; each has a `typ` of its own, so that a receipt can never be taken for an assignment. */
export type Purpose = 'assignment' | 'hand-in' | 'receipt';
export const typOf = (purpose: Purpose): string => `durus-${purpose}-1`;

/** A signed text in its parts, of which nothing is known to be true yet. */
export interface Claimed {
	readonly payload: Uint8Array;
	/** The key that a hand-in says it is signed with; null for all else. */
	readonly signer: PublicKey | null;
}

/** Who signs by a key that nobody knows yet shows it. */
const shown = v.strictObject({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: scalar,
	y: scalar
});

/** Exactly what is written here, and nothing besides: no `kid`, `jku`, `crit`, and no other algorithm. */
const headerOf = (purpose: Purpose) =>
	v.strictObject({
		alg: v.literal(signingAlgorithm),
		typ: v.literal(typOf(purpose)),
		...(purpose === 'hand-in' ? { jwk: shown } : {})
	}) as v.GenericSchema<unknown, { readonly jwk?: PublicKey }>;

/** Bytes => a compact JWS; a hand-in shows the key. */
export const signed = (bytes: Uint8Array, purpose: Purpose, pair: KeyPair): Promise<string> =>
	new CompactSign(bytes)
		.setProtectedHeader({
			alg: signingAlgorithm,
			typ: typOf(purpose),
			...(purpose === 'hand-in' ? { jwk: jwkOf(pair.public) } : {})
		})
		.sign(pair.private);

/** A compact JWS => its parts. Throws an InputError where its header is none that is written here. */
export function claimedBy(jws: string, purpose: Purpose): Claimed {
	const [head = '', payload = '', signature, ...more] = jws.split('.');
	if (signature === undefined || more.length) throw new InputError('changed');
	const header = headerIn(head);
	if (isUnsigned(header) || !signature) throw new InputError('unsigned');
	const found = v.safeParse(headerOf(purpose), header);
	if (!found.success || !isBase64url(signature)) throw new InputError('changed');
	const { jwk } = found.output;
	try {
		return { payload: fromBase64url(payload), signer: jwk ? { x: jwk.x, y: jwk.y } : null };
	} catch (error) {
		throw new InputError('changed', { cause: error });
	}
}

function headerIn(head: string): unknown {
	try {
		return plainJson(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(head)));
	} catch (error) {
		throw new InputError('changed', { cause: error });
	}
}

const isUnsigned = (header: unknown) =>
	v.is(v.object({ alg: v.pipe(v.string(), v.regex(/^none$/i)) }), header);

/** Rejects with an InputError ('changed') unless this key signed all of it. */
export async function verify(jws: string, key: PublicKey): Promise<void> {
	try {
		await compactVerify(jws, await importedPublic(key, signingAlgorithm), {
			algorithms: [signingAlgorithm]
		});
	} catch (error) {
		throw new InputError('changed', { cause: error });
	}
}
