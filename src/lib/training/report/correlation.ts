/**
 * Pearson's correlation of pairs that come one by one, in constant memory. The co-moments are updated as Welford (1962,
 * Technometrics 4, 419) does for one variable and Chan, Golub and LeVeque (1983, The American Statistician 37, 242) for
 * two, so that no large sums are subtracted from each other.
 */
export class Correlation {
	#count = 0;
	#meanX = 0;
	#meanY = 0;
	#squaresX = 0;
	#squaresY = 0;
	#products = 0;

	add(x: number, y: number): void {
		this.#count++;
		const fromX = x - this.#meanX;
		const fromY = y - this.#meanY;
		this.#meanX += fromX / this.#count;
		this.#meanY += fromY / this.#count;
		this.#squaresX += fromX * (x - this.#meanX);
		this.#squaresY += fromY * (y - this.#meanY);
		this.#products += fromX * (y - this.#meanY);
	}

	get count(): number {
		return this.#count;
	}

	/** -1 to 1; null where one of the two does not vary. */
	get value(): number | null {
		const spread = Math.sqrt(this.#squaresX * this.#squaresY);
		if (!(spread > 1e-12)) return null;
		return Math.max(-1, Math.min(1, this.#products / spread));
	}

	/**
	 * Where it lies in 95 of 100 samples like this, by Fisher's transformation (1921, Metron 1, 3): atanh r has the standard
	 * error 1 / √(n - 3). Null with fewer than four pairs.
	 */
	get range(): readonly [number, number] | null {
		const { value } = this;
		if (value === null || this.#count < 4) return null;
		const reach = 1.959964 / Math.sqrt(this.#count - 3);
		return [Math.tanh(Math.atanh(value) - reach), Math.tanh(Math.atanh(value) + reach)];
	}
}
