import { exportJWK, importJWK } from 'jose';
import * as v from 'valibot';
import { InputError } from '../problem';
import type { KeyPair, TrainerKeys } from './key-pair';
import { jwkOf, scalar, sealingAlgorithm, signingAlgorithm } from './public-key';
import { opened, sealed } from './sealing';
import { signed, verify } from './signing';
import { thumbprintOf } from './thumbprint';

const pairSchema = v.object({ x: scalar, y: scalar, d: scalar });
type WrittenPair = v.InferOutput<typeof pairSchema>;

/** Keys of a trainer with their private halves, to stand inside an encryption and nowhere else. */
export const writtenKeysSchema = v.object({
	signing: pairSchema,
	encryption: pairSchema,
	made: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
});
export type WrittenKeys = v.InferOutput<typeof writtenKeysSchema>;

/** Keys => what of them can be written. */
export async function writtenKeys({ forBackup, made }: TrainerKeys): Promise<WrittenKeys> {
	const written = async (key: CryptoKey) => v.parse(pairSchema, await exportJWK(key));
	return {
		signing: await written(forBackup.signing),
		encryption: await written(forBackup.encryption),
		made
	};
}

async function readPair(
	{ x, y, d }: WrittenPair,
	algorithm: typeof signingAlgorithm | typeof sealingAlgorithm
) {
	const jwk = { ...jwkOf({ x, y }), d };
	const imported = async (extractable: boolean) =>
		(await importJWK(jwk, algorithm, { extractable })) as CryptoKey;
	const pair: KeyPair = { public: { x, y }, private: await imported(false) };
	return { pair, forBackup: await imported(true) };
}

/** The other way. Rejects with an InputError ('damaged') where the halves of a pair do not fit. */
export async function readKeys({ signing, encryption, made }: WrittenKeys): Promise<TrainerKeys> {
	try {
		const toSign = await readPair(signing, signingAlgorithm);
		const toOpen = await readPair(encryption, sealingAlgorithm);
		const trial = new Uint8Array(1);
		await verify(await signed(trial, 'receipt', toSign.pair), toSign.pair.public);
		await opened(await sealed(trial, [toOpen.pair.public]), [toOpen.pair]);
		return {
			id: await thumbprintOf(toSign.pair.public),
			signing: toSign.pair,
			encryption: toOpen.pair,
			forBackup: { signing: toSign.forBackup, encryption: toOpen.forBackup },
			made
		};
	} catch (error) {
		throw new InputError('damaged', { cause: error });
	}
}
