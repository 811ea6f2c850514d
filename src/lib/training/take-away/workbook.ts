import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import type { Cell, Table } from './table';

/** A spreadsheet takes no more of them in a sheet, the heading among them; further rows are left out, and `rowsLeftOut` says how many. */
export const mostRows = 1_048_576;
const longestText = 32_767;
const widest = 60;

/** How many rows of a table a workbook cannot hold. */
export const rowsLeftOut = ({ rows }: Pick<Table, 'rows'>): number =>
	Math.max(0, rows.length - mostRows);

/** Tables as an .xlsx file, a sheet each. Text is text, whatever it begins with. */
export const workbookOf = (
	tables: readonly Table[],
	{ rightToLeft }: { readonly rightToLeft: boolean }
): Promise<Blob> => {
	const titles = sheetTitles(tables.map(({ title }) => title));
	return writeExcelFile(
		tables.map(({ rows }, index) => ({
			sheet: titles[index]!,
			data: sheetData(rows.slice(0, mostRows)),
			columns: widthsOf(rows).map((width) => ({ width })),
			stickyRowsCount: 1,
			rightToLeft
		}))
	).toBlob();
};

const sheetData = (rows: readonly (readonly Cell[])[]): SheetData =>
	rows.map((row, index) =>
		row.map((cell) => {
			if (cell === null || cell === '') return null;
			if (typeof cell === 'number') return { value: cell, type: Number };
			if (typeof cell === 'object') return { value: cell.share, type: Number, format: '0%' };
			const value = inXml(cell);
			return index === 0
				? { value, type: String, fontWeight: 'bold', wrap: true }
				: { value, type: String };
		})
	);

/** Without what XML 1.0 cannot hold (a spreadsheet would call the whole file damaged), and not too long for a cell. */
const inXml = (text: string): string =>
	text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.slice(0, longestText)
		.replace(/[\uD800-\uDBFF]$/, '');

/** Names of sheets that a spreadsheet takes: 31 characters, none of []/\:*?, no apostrophe at an end, each once. */
function sheetTitles(titles: readonly string[]): string[] {
	const taken = new Set<string>();
	return titles.map((title, index) => {
		const clean = inXml(title)
			.replace(/[[\]/\\:*?]/g, ' ')
			.replace(/^'+|'+$/g, '')
			.slice(0, 28)
			.trim();
		const free = clean && !taken.has(clean.toLowerCase()) ? clean : `${clean} ${index + 1}`.trim();
		taken.add(free.toLowerCase());
		return free;
	});
}

/** As wide as what is in the first rows. */
function widthsOf(rows: readonly (readonly Cell[])[]): number[] {
	const first = rows.slice(0, 100);
	const columns = Math.max(0, ...first.map(({ length }) => length));
	return Array.from({ length: columns }, (_, column) =>
		Math.min(widest, 2 + Math.max(6, ...first.map((row) => lengthOf(row[column] ?? null))))
	);
}

const lengthOf = (cell: Cell): number =>
	cell === null || typeof cell === 'object' ? 6 : String(cell).length;
