/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then random bits, so that ids sort by the time they
 * were made.
 */
export function uuidv7(
	now: number = Date.now(),
	random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))
): string {
	const bytes = new Uint8Array(16);
	for (let index = 0; index < 6; index++)
		bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = 0x70 | (bytes[6]! & 0x0f);
	bytes[8] = 0x80 | (bytes[8]! & 0x3f);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
