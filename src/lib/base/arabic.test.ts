import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, folded, isOneOf, levels, type Level } from './arabic';
import vectors from './vectors/short-text.json';

const letters =
	'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآٱؤئیکہھـ\u064E\u0651\u0654\u0670abcÉéïøßςΣ٣۳3-\u2010\u2011 \u00A0\u200C\u200Fﷲﻻﬁ';
const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });

describe('short text', () => {
	it.each(vectors)('$level $answers: $input is $expected: $why', (vector) => {
		const { right, notes } = accepts(vector.input, { ...vector, level: vector.level as Level });
		expect({ right, notes }).toEqual({
			right: vector.expected === 'right',
			notes: vector.notes ?? []
		});
	});

	it('has enough vectors, each once', () => {
		expect(vectors.length).toBeGreaterThanOrEqual(60);
		const cases = vectors.map(({ why: _why, notes: _notes, ...vector }) => JSON.stringify(vector));
		expect(new Set(cases).size).toBe(vectors.length);
	});

	it.each(levels)('folds what is folded to itself at level %s', (level) => {
		fc.assert(
			fc.property(text, (typed) => {
				expect(folded(folded(typed, level), level)).toBe(folded(typed, level));
			}),
			{ numRuns: 2000 }
		);
	});

	it('accepts at each level what the level before accepts', () => {
		fc.assert(
			fc.property(text, text, (typed, key) => {
				const [exact, strict, lenient] = levels.map((level) => isOneOf(typed, [key], level));
				if (exact) expect(strict).toBe(true);
				if (strict) expect(lenient).toBe(true);
			})
		);
	});

	it('takes an answer as its author wrote it without a note', () => {
		fc.assert(
			fc.property(text, text, fc.constantFrom(...levels), (key, other, level) => {
				fc.pre(folded(key, 'strict') !== '');
				expect(accepts(key, { answers: [other, key], level, typos: 1 })).toEqual({
					right: true,
					notes: []
				});
			})
		);
	});

	it('is symmetrical in key and answer', () => {
		fc.assert(
			fc.property(text, text, fc.constantFrom(...levels), (typed, key, level) => {
				expect(isOneOf(typed, [key], level)).toBe(isOneOf(key, [typed], level));
			})
		);
	});
});

describe("the table in the authors' guide", () => {
	const guide = readFileSync(new URL('../../../lessons/README.md', import.meta.url), 'utf8');
	const rows = guide
		.split('| accepted answer |')[1]!
		.split('\n\n')[0]!
		.split('\n')
		.slice(2)
		.map((row) =>
			row
				.split('|')
				.map((cell) => cell.trim().replace(/^[«“]|[»”]$/g, ''))
				.slice(1, -1)
		);

	it.each(rows)('is true of %s and %s', (key, typed, ...shown) => {
		expect(levels.map((level) => (isOneOf(typed!, [key!], level) ? 'yes' : 'no'))).toEqual(
			shown.slice(0, 3)
		);
	});

	it.each(rows)('shows cases that are among the vectors: %s and %s', (key, typed) => {
		expect(vectors.some(({ answers, input }) => answers.includes(key!) && input === typed)).toBe(
			true
		);
	});
});
