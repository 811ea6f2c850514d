/** Bytes => megabytes with one digit behind the point, never 0 for what is something: 1_234_567 => 1.2 */
export const megabytes = (bytes: number): number =>
	bytes > 0 ? Math.max(0.1, Math.round(bytes / 100_000) / 10) : 0;
