import type { PublicKey } from '../assignment';

// NIST FIPS 186-5 and SP 800-186, 3.2.1.3: y² = x³ − 3x + b over the field of p.
const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function numberOf(coordinate: string): bigint | null {
	if (!/^[\w-]{43}$/.test(coordinate)) return null;
	const bytes = atob(coordinate.replaceAll('-', '+').replaceAll('_', '/'));
	return [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte.charCodeAt(0)), 0n);
}

/**
 * Whether a key is a point of P-256. What is encrypted to several keys fails as a whole where one of them is none, so
 * that a key from outside is looked at before anybody is asked to write to it.
 */
export function isOnCurve(key: PublicKey): boolean {
	const [x, y] = [numberOf(key.x), numberOf(key.y)];
	if (x === null || y === null || x >= p || y >= p) return false;
	return (y * y - (x * x * x - 3n * x + b)) % p === 0n;
}
