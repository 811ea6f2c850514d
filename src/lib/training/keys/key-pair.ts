import type { PublicKey } from '../assignment';

/** A pair on P-256. */
export interface KeyPair {
	readonly public: PublicKey;
	/** Not extractable: what is used every day cannot leave the device. */
	readonly private: CryptoKey;
}

/** Of a trainer: one pair to sign with (ES256) and one to be written to (ECDH-ES). */
export interface TrainerKeys {
	/** Thumbprint of the public signing key. */
	readonly id: string;
	readonly signing: KeyPair;
	readonly encryption: KeyPair;
	/** The private keys once more, extractable: for a backup with a passphrase and for handing over, and for nothing else. */
	readonly forBackup: { readonly signing: CryptoKey; readonly encryption: CryptoKey };
	readonly made: number;
}
