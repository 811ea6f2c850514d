import { packed, unpacked } from '#lib/base/packing';
import type { HandIn } from '../hand-in';
import { parsedHandIn } from '../hand-in-schema';
import { orProblem } from './or-problem';

/** The most that a hand-in may hold once inflated, in bytes. 2,000 attempts are half of it. */
export const mostHandInInflated = 32 * 1024 * 1024;

/** A hand-in => the bytes in which it is signed and stored. */
export const packHandIn = (handIn: HandIn): Promise<Uint8Array> => packed(JSON.stringify(handIn));

/** The other way. Rejects with an InputError: 'newer', 'too-large' or 'damaged'. */
export const unpackHandIn = (bytes: Uint8Array): Promise<HandIn> =>
	orProblem('damaged', async () => parsedHandIn(await unpacked(bytes, mostHandInInflated)));
