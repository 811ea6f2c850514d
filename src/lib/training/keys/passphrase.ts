import { compactDecrypt, CompactEncrypt, errors } from 'jose';
import { InputError } from '../problem';

const alg = 'PBES2-HS512+A256KW';
const enc = 'A256GCM';
/** What OWASP asks for of PBKDF2 with HMAC-SHA-256; more than enough with SHA-512. jose takes no more unless it is told. */
const iterations = 600_000;

/** One passphrase typed on two keyboards is one. */
const normal = (passphrase: string) => passphrase.normalize('NFKC');
const bytesOf = (passphrase: string) => new TextEncoder().encode(normal(passphrase));

/** How many characters a passphrase that guards keys has at least. */
export const shortestPassphrase = 8;
export const isLongEnough = (passphrase: string): boolean =>
	[...normal(passphrase)].length >= shortestPassphrase;

/** Bytes => a compact JWE that only the passphrase opens. */
export const locked = (bytes: Uint8Array, passphrase: string): Promise<string> =>
	new CompactEncrypt(bytes)
		.setProtectedHeader({ alg, enc })
		.setKeyManagementParameters({ p2c: iterations })
		.encrypt(bytesOf(passphrase));

/**
 * The other way. Rejects with an InputError, 'wrong-passphrase' or 'damaged': a wrong passphrase and an altered file cannot
 * be told apart.
 */
export async function unlocked(jwe: string, passphrase: string): Promise<Uint8Array> {
	try {
		const { plaintext } = await compactDecrypt(jwe, bytesOf(passphrase), {
			keyManagementAlgorithms: [alg],
			contentEncryptionAlgorithms: [enc],
			maxPBES2Count: iterations
		});
		return plaintext;
	} catch (error) {
		const wrong = error instanceof errors.JWEDecryptionFailed;
		throw new InputError(wrong ? 'wrong-passphrase' : 'damaged', { cause: error });
	}
}
