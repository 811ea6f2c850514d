import { exportJWK, generateKeyPair, importJWK } from 'jose';
import type { KeyPair, TrainerKeys } from './key-pair';
import { publicKeyOf, sealingAlgorithm, signingAlgorithm } from './public-key';
import { thumbprintOf } from './thumbprint';

/** A pair whose private half cannot leave the device, and that half once more as it can. */
async function pairFor(algorithm: typeof signingAlgorithm | typeof sealingAlgorithm) {
	const made = await generateKeyPair(algorithm, { crv: 'P-256', extractable: true });
	const jwk = await exportJWK(made.privateKey);
	const kept = (await importJWK(jwk, algorithm, { extractable: false })) as CryptoKey;
	const pair: KeyPair = { public: await publicKeyOf(made.publicKey), private: kept };
	return { pair, forBackup: made.privateKey };
}

/** New keys of a trainer, made at `now`. */
export async function makeTrainerKeys(now: number): Promise<TrainerKeys> {
	const signing = await pairFor(signingAlgorithm);
	const encryption = await pairFor(sealingAlgorithm);
	return {
		id: await thumbprintOf(signing.pair.public),
		signing: signing.pair,
		encryption: encryption.pair,
		forBackup: { signing: signing.forBackup, encryption: encryption.forBackup },
		made: now
	};
}

/** A new key of a student's device, to sign with. It has no copy that could leave. */
export async function makeDeviceKeys(): Promise<KeyPair> {
	const made = await generateKeyPair(signingAlgorithm, { extractable: false });
	return { public: await publicKeyOf(made.publicKey), private: made.privateKey };
}
