/** JSON with sorted keys and nothing undefined, the same for the same value on every machine: {b: 1, a: 2} => '{"a":2,"b":1}'. */
export const canonicalJson = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		part && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
