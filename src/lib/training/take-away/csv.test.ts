import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, csvLines } from './csv';

describe('CSV', () => {
	it('is RFC 4180 with its mark and CR LF', () => {
		expect(
			byteOrderMark +
				csvLines([
					['a', 'b'],
					['say "so"', 'one, two'],
					['two\nlines', 3],
					[null, 0.5]
				])
		).toBe('\uFEFFa,b\r\n"say ""so""","one, two"\r\n"two\nlines",3\r\n,0.5\r\n');
		expect(csvLines([])).toBe('');
	});

	it.each([
		['=1+1'],
		['+971 4 123'],
		['-2'],
		['@SUM(A1)'],
		['\tx'],
		['\rx'],
		[' =1+1'],
		['\u200F=1+1'],
		['＝1+1']
	])('holds nothing that a spreadsheet computes: %j', (cell) => {
		const [[read]] = Papa.parse<string[]>(csvLines([[cell]])).data as [[string]];
		expect(read).toBe(`'${cell}`);
	});

	it.each([
		["x;=cmd|'/C calc'!A0;", "x;'=cmd|'/C calc'!A0;"],
		['x; +1', "x;' +1"],
		['x;"=1', 'x;\'"=1'],
		['x\t@y', "x\t'@y"],
		['x\r\n-y', "x\r\n'-y"],
		['x;\u200F＝1', "x;'\u200F＝1"],
		['\n=x', "'\n'=x"]
	])('holds nothing that one computes that splits elsewhere: %j', (cell, safe) => {
		expect(Papa.parse<string[]>(csvLines([['a', cell]]), { delimiter: ',' }).data[0]).toEqual([
			'a',
			safe
		]);
		const split = Papa.parse<string[]>(csvLines([['a', cell]]), { delimiter: ';' }).data.flat();
		expect(split.filter((one) => /^["\s\p{Cf}]*[=+\-@＝]/u.test(one))).toEqual([]);
	});

	it('has quotes around what another spreadsheet would split', () => {
		expect(csvLines([['a;b', 'a\tb', 'ab']])).toBe('"a;b","a\tb",ab\r\n');
	});

	it.each([['Amal'], ['أمل'], ['a=b'], ['a; b'], ['12-3'], ["'"]])(
		'leaves other text as it is: %s',
		(cell) => {
			expect(Papa.parse<string[]>(csvLines([[cell]])).data[0]![0]).toBe(cell);
		}
	);

	it('has numbers as numbers, below zero too, and shares as such', () => {
		expect(csvLines([[-0.25, { share: 0.75 }]])).toBe('-0.25,0.75\r\n');
	});
});
