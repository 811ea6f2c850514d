import type { Shuffle } from './define-kind';

/** A sequence of numbers in [0, 1) that a seed determines: the same seed, the same numbers, on every device. */
export function randomFrom(seed: string): () => number {
	// The seed is stirred into 32 bits (FNV-1a), then stepped by a Weyl sequence and mixed (the finaliser of MurmurHash3).
	let state = 0x811c9dc5;
	for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
	return () => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = state ^ (state >>> 16);
		mixed = Math.imul(mixed, 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
	};
}

/** A shuffle (Fisher and Yates) that draws from these random numbers; it gives a new list. */
export const shuffleWith =
	(random: () => number): Shuffle =>
	(list) => {
		const shuffled = [...list];
		for (let last = shuffled.length - 1; last > 0; last--) {
			const other = Math.floor(random() * (last + 1));
			[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
		}
		return shuffled;
	};
