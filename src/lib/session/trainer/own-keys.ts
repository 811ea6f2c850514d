import type { Assignment, Trainer } from '#lib/training/assignment';
import type { TrainerKeys } from '#lib/training/keys/key-pair';

/** Whether a trainer signs with these keys. */
export const isOwnKey = ({ signing }: Pick<Trainer, 'signing'>, keys: TrainerKeys): boolean =>
	signing.x === keys.signing.public.x && signing.y === keys.signing.public.y;

/** The keys that sign receipts for an assignment: those that sign it, else those of a co-trainer. Null where none is here. */
export function readerKeys(
	{ trainer, coTrainers }: Assignment,
	keys: readonly TrainerKeys[]
): TrainerKeys | null {
	const own = [trainer, ...coTrainers].map((reader) => keys.find((one) => isOwnKey(reader, one)));
	return own.find((one) => one !== undefined) ?? null;
}
