import { Unreadable } from './unreadable';

const deepest = 40;
const longestString = 200_000;
const refused = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * JSON => its value, refused where it is nested too deeply, has a string that is too long, a number that is none (1e999), or
 * a key that means something to JavaScript. Goes over it without recursion, so that no nesting can exhaust the stack.
 */
export function plainJson(text: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new Unreadable('damaged', { cause: error });
	}
	const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (typeof next.value === 'string' && next.value.length > longestString)
			throw new Unreadable('too-large');
		if (typeof next.value === 'number' && !Number.isFinite(next.value))
			throw new Unreadable('damaged');
		if (typeof next.value !== 'object' || next.value === null) continue;
		if (next.depth > deepest) throw new Unreadable('damaged');
		if (!Array.isArray(next.value) && Object.keys(next.value).some((key) => refused.has(key)))
			throw new Unreadable('damaged');
		for (const inside of Object.values(next.value))
			waiting.push({ value: inside, depth: next.depth + 1 });
	}
	return value;
}
