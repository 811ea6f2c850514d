import { compactDecrypt, CompactEncrypt, errors } from 'jose';
import { BackupError } from './backup-error';

const alg = 'PBES2-HS512+A256KW';
const enc = 'A256GCM';
/** What OWASP asks for of PBKDF2 with HMAC-SHA-256; more than enough with SHA-512. jose takes no more unless it is told. */
const iterations = 600_000;

/** One passphrase typed on two keyboards is one. */
const bytesOf = (passphrase: string) => new TextEncoder().encode(passphrase.normalize('NFKC'));

/** Bytes => a compact JWE that only the passphrase opens. */
export const locked = (bytes: Uint8Array, passphrase: string): Promise<string> =>
	new CompactEncrypt(bytes)
		.setProtectedHeader({ alg, enc })
		.setKeyManagementParameters({ p2c: iterations })
		.encrypt(bytesOf(passphrase));

/** The other way. A wrong passphrase and an altered file cannot be told apart. */
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
		throw new BackupError(wrong ? 'wrong-passphrase' : 'damaged', { cause: error });
	}
}
