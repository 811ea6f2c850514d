/** How many learners scored so much: `from` <= share < `to`; the last one with 1 in it. */
export interface ScoreBin {
	readonly from: number;
	readonly to: number;
	readonly learners: number;
}

const bins = 10;

/** Shares, 0 to 1 => how many lie in each tenth. */
export function histogramOf(shares: readonly number[]): ScoreBin[] {
	const counts = Array.from({ length: bins }, () => 0);
	// Thirds and tenths add up to a little less than whole points.
	for (const share of shares) counts[Math.min(bins - 1, Math.floor(share * bins + 1e-9))]!++;
	return counts.map((learners, bin) => ({ from: bin / bins, to: (bin + 1) / bins, learners }));
}
