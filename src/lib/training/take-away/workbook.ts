import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import type { Cell, Table } from './table';

/** A spreadsheet takes no more of them in a sheet, the heading among them. */
const rowsInSheet = 1_048_576;
const longestText = 32_767;
const widest = 60;

interface WorkbookOptions {
	readonly rightToLeft: boolean;
	/** At least 2. */
	readonly mostRows?: number;
}

/** Tables as an .xlsx file, a sheet each, or several where a table is longer. Text is text, whatever it begins with. */
export const workbookOf = (
	tables: readonly Table[],
	{ rightToLeft, mostRows = rowsInSheet }: WorkbookOptions
): Promise<Blob> => {
	const sheets = tables.flatMap((table) => sheetsOf(table, mostRows));
	const titles = sheetTitles(sheets.map(({ title }) => title));
	return writeExcelFile(
		sheets.map(({ rows }, index) => ({
			sheet: titles[index]!,
			data: sheetData(rows),
			columns: widthsOf(rows).map((width) => ({ width })),
			stickyRowsCount: 1,
			rightToLeft
		}))
	).toBlob();
};

/** A table in pieces that fit into a sheet, each with the heading. */
function sheetsOf({ title, rows }: Table, mostRows: number): Table[] {
	const [heading, ...rest] = rows.length > mostRows ? rows : [];
	if (!heading) return [{ title, rows }];
	const most = mostRows - 1;
	return Array.from({ length: Math.ceil(rest.length / most) }, (_, index) => ({
		title,
		rows: [heading, ...rest.slice(index * most, (index + 1) * most)]
	}));
}

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
