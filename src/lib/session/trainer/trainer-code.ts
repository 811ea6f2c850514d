import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { writeTrainerCode } from '#lib/training/wire/trainer-code';

export { longestTrainerName } from '#lib/training/wire/trainer-code';

/** The code that a co-trainer copies: a name and public keys. */
export const codeOf = (name: string, { signing, encryption }: TrainerKeys): string =>
	writeTrainerCode({ name, signing: signing.public, encryption: encryption.public });
