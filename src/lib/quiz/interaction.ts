import type { Interaction } from './define-kind';

const characters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Position of an id as the one character that SCORM 1.2 allows: 'b' in ['a', 'b'] => '1'; null for none. */
export function indexCharacter(ids: readonly string[], id: string | null): string | null {
	return id === null ? null : (characters[ids.indexOf(id)] ?? null);
}

type Pairs = Readonly<Record<string, string>>;

/** What was chosen for each left, and what is right for it, as an interaction; pairs in the order of the lefts. */
export function matchingInteraction(
	lefts: readonly string[],
	rights: readonly string[],
	chosen: Pairs,
	right: Pairs
): Interaction {
	const inForm = (pairs: Pairs, pair: (left: string, right: string) => string, between: string) =>
		lefts
			.filter((left) => Object.hasOwn(pairs, left))
			.map((left) => pair(left, pairs[left]!))
			.join(between);
	const short = (pairs: Pairs) =>
		inForm(pairs, (a, b) => `${indexCharacter(lefts, a)}.${indexCharacter(rights, b)}`, ',');
	const long = (pairs: Pairs) => inForm(pairs, (a, b) => `${a}[.]${b}`, '[,]');
	return {
		type: 'matching',
		scorm12: { response: short(chosen) || null, correct: short(right) },
		scorm2004: { response: long(chosen) || null, correct: [long(right)] }
	};
}
