import { exportJWK, importJWK } from 'jose';
import * as v from 'valibot';
import type { PublicKey } from '../assignment';

/** What a key is for: to sign with, or to be written to. Nothing from outside ever names an algorithm. */
export const signingAlgorithm = 'ES256';
export const sealingAlgorithm = 'ECDH-ES+A256KW';

/** 32 bytes in base64url; of the last character two bits are none of them, so that a key has one spelling. */
export const scalar = v.pipe(v.string(), v.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/));

export const publicKeySchema = v.object({ x: scalar, y: scalar });

/** A public key as a JWK with its type fixed. */
export const jwkOf = ({ x, y }: PublicKey) => ({ kty: 'EC', crv: 'P-256', x, y });

/** Rejects a point that is not on the curve, with whatever the platform throws. */
export const importedPublic = async (
	key: PublicKey,
	algorithm: typeof signingAlgorithm | typeof sealingAlgorithm
): Promise<CryptoKey> => (await importJWK(jwkOf(key), algorithm)) as CryptoKey;

/** The public half of a pair as jose made it. */
export async function publicKeyOf(key: CryptoKey): Promise<PublicKey> {
	const { x, y } = await exportJWK(key);
	return { x: x!, y: y! };
}
