import Papa from 'papaparse';
import type { Cell } from './table';

/** Says that it is UTF-8: without it spreadsheets take Arabic for something else. */
export const byteOrderMark = '\uFEFF';

/**
 * Beginnings that make a spreadsheet compute a cell (OWASP, "CSV injection"): after white space too, and in their wide
 * forms. Such a cell gets an apostrophe in front, which spreadsheets show as text.
 */
const computed = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Where a spreadsheet that splits at semicolons or tabs begins a cell inside of ours: it takes no notice of our quotes. */
const inner = /([;\t\r\n])([\p{Z}\p{Cf}\v\f"]*)([=+\-@＝＋－＠]?)/gu;
const quoted = (cell: unknown): boolean => typeof cell === 'string' && /[;\t"]/.test(cell);

function plain(cell: Cell): string | number | null {
	if (typeof cell === 'string')
		return cell.replace(inner, (whole, separator: string, between: string, sign: string) =>
			sign ? `${separator}'${between}${sign}` : whole
		);
	return typeof cell === 'object' && cell !== null ? cell.share : cell;
}

/**
 * Some rows of a table as CSV, to be written behind `byteOrderMark` and others: RFC 4180, lines that end in CR LF, no cell
 * that a spreadsheet computes. A table of many answers is never whole in memory.
 */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
	rows.length
		? `${Papa.unparse(
				rows.map((row) => row.map(plain)),
				{ newline: '\r\n', escapeFormulae: computed, quotes: quoted }
			)}\r\n`
		: '';
