import type { PublicKey } from '#lib/training/assignment';

/** A key for people to compare: 'K7QM 2XTA 9F4B 6HJP'. */
export const fingerprint = async (key: PublicKey): Promise<string> =>
	(await import('#lib/training/keys/thumbprint')).fingerprintOf(key);
