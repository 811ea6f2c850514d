import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbookOf } from './workbook';

describe('a workbook', () => {
	const text = async (blob: Blob, path: string) =>
		new TextDecoder().decode(unzipSync(new Uint8Array(await blob.arrayBuffer()))[path]);

	it('has a sheet for each table, right to left in Arabic', async () => {
		const tables = [
			{ title: 'درجات [1]: a/b', rows: [['الاسم'], ['أمل']] },
			{ title: 'x'.repeat(50), rows: [['a'], [{ share: 0.5 }]] },
			{ title: 'x'.repeat(50), rows: [['a'], [null]] }
		];
		const blob = await workbookOf(tables, { rightToLeft: true });
		expect(await text(blob, 'xl/worksheets/sheet1.xml')).toContain('rightToLeft="1"');
		const book = await text(blob, 'xl/workbook.xml');
		const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
		expect(names).toEqual(['درجات  1   a b', 'x'.repeat(28), `${'x'.repeat(28)} 3`]);
		const plain = await workbookOf(tables, { rightToLeft: false });
		expect(await text(plain, 'xl/worksheets/sheet1.xml')).not.toContain('rightToLeft="1"');
		expect(await text(plain, 'xl/worksheets/sheet2.xml')).toMatch(/<v>0\.5<\/v>/);
	});

	it('goes on in another sheet, under the same heading, where a table is too long for one', async () => {
		const rows = [['heading'], ...[1, 2, 3, 4, 5].map((nth) => [nth])];
		const tables = [
			{ title: 'answers', rows },
			{ title: 'items', rows: rows.slice(0, 3) }
		];
		const blob = await workbookOf(tables, { rightToLeft: false, mostRows: 3 });
		const book = await text(blob, 'xl/workbook.xml');
		const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
		expect(names).toEqual(['answers', 'answers 2', 'answers 3', 'items']);
		const numbers = await Promise.all(
			names.map(async (_, index) =>
				[
					...(await text(blob, `xl/worksheets/sheet${index + 1}.xml`)).matchAll(
						/<c r="(A\d+)"[^>]*><v>(\d+)<\/v>/g
					)
				].map(([, cell, value]) => `${cell} ${value}`)
			)
		);
		// The first cell of each is the heading, a text by its number.
		expect(numbers).toEqual([
			['A1 0', 'A2 1', 'A3 2'],
			['A1 0', 'A2 3', 'A3 4'],
			['A1 0', 'A2 5'],
			['A1 0', 'A2 1', 'A3 2']
		]);
	});

	it('holds text as text, and no character that would break it', async () => {
		const rows = [['a'], ['=1+1'], ['a\u0000\uD800<b>&\u0007'], ['x'.repeat(40_000)]];
		const blob = await workbookOf([{ title: 't', rows }], { rightToLeft: false });
		const strings = await text(blob, 'xl/sharedStrings.xml');
		expect(strings).toContain('=1+1');
		expect(strings).toContain('a&lt;b&gt;&amp;');
		// eslint-disable-next-line no-control-regex
		expect(strings).not.toMatch(/[\u0000-\u0008]/);
		expect(strings.match(/x+/g)!.some((run) => run.length === 32_767)).toBe(true);
		expect(await text(blob, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
	});
});
