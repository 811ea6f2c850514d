/** Learners of one level of score: right and wrong answers of the first group and of the second. */
export type Stratum = readonly [
	firstRight: number,
	firstWrong: number,
	secondRight: number,
	secondWrong: number
];

export interface CommonDifference {
	/** Common odds ratio: above 1 the first group does better at equal score; infinite where the second never does. */
	readonly odds: number;
	/** With one degree of freedom. */
	readonly chiSquare: number;
	/** Of a chi square as large, by chance. */
	readonly probability: number;
}

/**
 * Whether two groups of equal score fare differently (Mantel and Haenszel 1959, Journal of the National Cancer Institute
 * 22, 719; for questions of a test: Holland and Thayer 1988, in Wainer and Braun, Test Validity). The chi square is
 * without continuity correction, which in small samples misses too much (Paek 2010, Applied Psychological Measurement 34,
 * 539). Null where no level has both groups and both right and wrong answers.
 */
export function commonDifference(strata: Iterable<Stratum>): CommonDifference | null {
	let above = 0;
	let below = 0;
	let excess = 0;
	let variance = 0;
	for (const [a, b, c, d] of strata) {
		const all = a + b + c + d;
		if (all < 2) continue;
		const [first, second, right, wrong] = [a + b, c + d, a + c, b + d];
		above += (a * d) / all;
		below += (b * c) / all;
		excess += a - (first * right) / all;
		variance += (first * second * right * wrong) / (all * all * (all - 1));
	}
	if (!(variance > 0)) return null;
	const chiSquare = (excess * excess) / variance;
	return { odds: above / below, chiSquare, probability: chanceOf(chiSquare) };
}

/** Of a chi square with one degree of freedom as large as this: the two tails of a normal distribution beyond its root. */
const chanceOf = (chiSquare: number): number => complementOfError(Math.sqrt(chiSquare / 2));

/** erfc(x), x >= 0, to 1.5e-7 (Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 7.1.26). */
function complementOfError(x: number): number {
	const t = 1 / (1 + 0.3275911 * x);
	const polynomial =
		t *
		(0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
	return polynomial * Math.exp(-x * x);
}
