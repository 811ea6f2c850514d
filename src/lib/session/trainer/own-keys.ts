import type { Trainer } from '#lib/training/assignment';
import type { TrainerKeys } from '#lib/training/keys/key-pair';

/** Whether a trainer signs with these keys. */
export const isOwnKey = ({ signing }: Pick<Trainer, 'signing'>, keys: TrainerKeys): boolean =>
	signing.x === keys.signing.public.x && signing.y === keys.signing.public.y;
