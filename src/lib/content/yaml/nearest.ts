/** Number of letters to add, drop, change or swap with a neighbour between two words (optimal string alignment). */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				row[j] = Math.min(row[j]!, before[j - 2]! + 1);
		}
		before = last;
		last = row;
	}
	return last[b.length]!;
}

/** The known word that a mistyped one most likely stands for, or undefined: 'sizes', ['size', 'cargo'] => 'size'. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	// "S9" is no slip for "S1".
	if (/\d$/.test(word)) return undefined;
	let best: string | undefined;
	let least = Math.floor(word.length / 3) + 1;
	for (const candidate of known) {
		const far = distance(word.toLowerCase(), candidate.toLowerCase());
		if (far < least) [best, least] = [candidate, far];
	}
	return best;
}

/** '; did you mean "size"?' or, where nothing is near, '; there are: size, cargo'. */
export function suggestion(word: string, known: Iterable<string>): string {
	const words = [...new Set(known)];
	const near = nearest(word, words);
	if (near !== undefined) return `; did you mean "${near}"?`;
	if (words.length === 0 || words.length > 16) return '';
	return `; there ${words.length === 1 ? 'is' : 'are'}: ${words.join(', ')}`;
}
