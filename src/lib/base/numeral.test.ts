import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, shownDigits, westernDigits } from './numeral';
import vectors from './vectors/numbers.json';

const systems = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'];

/** The text with each digit in the system that the list of choices names next. */
function mixed(text: string, choices: readonly number[]): string {
	let turn = 0;
	return text.replace(
		/\d/g,
		(digit) => systems[choices[turn++ % choices.length]!]![Number(digit)]!
	);
}
const choices = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);

describe('numbers as people type them', () => {
	it.each(vectors)('$input => $expected: $why', ({ input, expected }) => {
		const read = readNumber(input);
		expect('value' in read ? read.value : read.failure).toBe(expected);
	});

	it('has enough vectors, each once', () => {
		expect(vectors.length).toBeGreaterThanOrEqual(60);
		expect(new Set(vectors.map(({ input }) => input)).size).toBe(vectors.length);
	});

	it('reads back every number that JavaScript writes, in any mixture of digits', () => {
		fc.assert(
			fc.property(finite, choices, (n, mixture) => {
				expect(readNumber(mixed(String(n), mixture))).toEqual({ value: n });
			})
		);
	});

	it.each(['en-US', 'ar-AE-u-nu-latn', 'ar-EG-u-nu-arab', 'fa-IR'])(
		'reads back what Intl writes in %s',
		(tag) => {
			const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
			fc.assert(
				fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
					const n = hundredths / 100 + 0;
					expect(readNumber(format.format(n))).toEqual({ value: n });
				})
			);
		}
	);

	it('gives a finite number or a reason, whatever was typed', () => {
		const keys = fc.constantFrom(
			...'0123456789٠٣۴.,،٫٬+-−×·*xeE^¹⁰⁻ \u00A0\u2009\u202F\u061C\u200Fab'.split('')
		);
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.string({ unit: keys })), (typed) => {
				const read = readNumber(typed);
				if ('value' in read) {
					expect(Number.isFinite(read.value)).toBe(true);
					expect(Object.is(read.value, -0)).toBe(false);
				} else expect(['empty', 'not-a-number', 'out-of-range']).toContain(read.failure);
			}),
			{ numRuns: 1000 }
		);
	});

	it('stays quick on a text that somebody pasted', () => {
		for (const long of [
			'1,000'.repeat(20000),
			'1'.repeat(100000),
			'1 '.repeat(50000),
			'-'.repeat(100000)
		])
			expect(readNumber(`${long}x`)).toEqual({ failure: 'not-a-number' });
	}, 2000);
});

describe('digits', () => {
	it('are shown in the wanted system, other characters untouched', () => {
		expect(shownDigits('5 of 8', 'latn')).toBe('5 of 8');
		expect(shownDigits('5 of 8', 'arab')).toBe('٥ of ٨');
	});

	it('are read from every system', () => {
		expect(westernDigits('CD٦٣ و۸۱')).toBe('CD63 و81');
	});
});
