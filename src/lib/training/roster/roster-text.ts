import Papa from 'papaparse';
import { folded } from '#lib/base/arabic';
import { numberKey } from '../roster';
import { longest } from '../wire/text-schemas';

/** Somebody as a list has them, before ids and tokens are given. */
export interface NewMember {
	readonly number: string;
	readonly name: string;
	readonly department: string;
	readonly jobTitle: string;
}

export type RosterTrouble =
	/** Left out: nobody is named, and no number. */
	| 'no-name'
	/** Left out: the number stands in an earlier line. */
	| 'duplicate-number'
	/** Left out: a cell is longer than any name. */
	| 'too-long'
	/** This line and all behind it are left out. */
	| 'too-many';

export interface RosterProblem {
	/** Counted from 1, as they stand in the text. */
	readonly line: number;
	readonly problem: RosterTrouble;
	/** What stands there, cut short. */
	readonly text: string;
}

export const mostMembers = 20_000;
const mostText = 10_000_000;

type Field = keyof NewMember;
const fields: readonly Field[] = ['number', 'name', 'department', 'jobTitle'];

/** What columns are called, folded. */
const headings: Readonly<Record<Field, readonly string[]>> = {
	number: [
		...['staff number', 'staff no', 'staff id', 'number', 'no', 'id', 'employee number'],
		...['employee no', 'employee id', 'badge', 'badge number'],
		...['الرقم الوظيفي', 'رقم الموظف', 'الرقم', 'رقم', 'رقم الهوية', 'المعرف']
	],
	name: [
		...['name', 'full name', 'staff name', 'employee', 'employee name', 'learner', 'student'],
		...['الاسم', 'اسم', 'الاسم الكامل', 'اسم الموظف', 'الموظف', 'المتعلم', 'الطالب']
	],
	department: [
		...['department', 'dept', 'unit', 'ward', 'team', 'section'],
		...['القسم', 'قسم', 'الإدارة', 'إدارة', 'الوحدة', 'الجناح', 'الفريق']
	],
	jobTitle: [
		...['job title', 'job', 'title', 'position', 'role', 'designation'],
		...['المسمى الوظيفي', 'المسمى', 'الوظيفة', 'المنصب', 'الصفة']
	]
};

const wordOf = (text: string) =>
	folded(text, 'lenient')
		.replace(/[_.:#-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
const fieldOf = new Map(
	fields.flatMap((field) => headings[field].map((word) => [wordOf(word), field] as const))
);

/**
 * A pasted or CSV list of people (comma, semicolon or tab; with or without headings, in either language) => its members
 * in order, and by line what was left out and why. Without headings the columns are number, name, department, job title;
 * a single column is names.
 */
export function parseRoster(text: string): {
	readonly members: readonly NewMember[];
	readonly problems: readonly RosterProblem[];
} {
	const members: NewMember[] = [];
	const problems: RosterProblem[] = [];
	const numbers = new Set<string>();
	let places: readonly (Field | null)[] | null = null;
	for (const { cells, line } of linesOf(text)) {
		if (!places) {
			places = placesIn(cells);
			if (isHeading(cells)) continue;
		}
		const member = memberIn(cells, places);
		const trouble = troubleWith(member, numbers, members.length);
		if (trouble)
			problems.push({ line, problem: trouble, text: cells.join(' ').trim().slice(0, 80) });
		if (trouble === 'too-many') break;
		if (trouble) continue;
		members.push(member);
		if (member.number) numbers.add(numberKey(member.number));
	}
	return { members, problems };
}

function troubleWith(
	member: NewMember,
	numbers: ReadonlySet<string>,
	count: number
): RosterTrouble | null {
	if (count >= mostMembers) return 'too-many';
	if (member.number.length > longest.number) return 'too-long';
	if (fields.some((field) => member[field].length > longest.name)) return 'too-long';
	// Somebody can be known by the number alone.
	if (!member.name && !member.number) return 'no-name';
	if (member.number && numbers.has(numberKey(member.number))) return 'duplicate-number';
	return null;
}

/** Lines with something in them, each with its number; a quoted cell may go over several. */
function linesOf(text: string): { cells: string[]; line: number }[] {
	const plain = text
		.slice(0, mostText)
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n');
	const rows: { cells: string[]; line: number }[] = [];
	let [line, from] = [1, 0];
	Papa.parse<string[]>(plain, {
		delimiter: delimiterOf(plain),
		newline: '\n',
		step: ({ data, meta }) => {
			const cells = data.map(cleanCell);
			if (cells.some((cell) => cell !== '')) rows.push({ cells, line });
			line += plain.slice(from, meta.cursor).split('\n').length - 1;
			from = meta.cursor;
		}
	});
	return rows;
}

/** The one of which there is most in the first lines; the Arabic semicolon is one too. A list of names has none. */
function delimiterOf(text: string): string {
	const first = text.split('\n', 10).join('\n');
	const [most] = ['\t', ';', ',', '؛']
		.map((mark) => ({ mark, count: first.split(mark).length - 1 }))
		.sort((a, b) => b.count - a.count);
	return most!.count > 0 ? most!.mark : ',';
}

/** One line without marks that steer direction or cannot be seen, nor what ends a cell for a spreadsheet. */
const cleanCell = (cell: string): string =>
	cell
		.replace(/\s+/g, ' ')
		.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
		.trim();

const isHeading = (cells: readonly string[]): boolean => {
	const known = cells.filter((cell) => fieldOf.has(wordOf(cell))).length;
	// One word may be somebody's name or department; two are none.
	return known >= 2 || (known === 1 && cells.filter((cell) => cell !== '').length === 1);
};

/** Which field stands in which column. */
function placesIn(cells: readonly string[]): readonly (Field | null)[] {
	if (!isHeading(cells)) return cells.length === 1 ? ['name'] : fields;
	const taken = new Set<Field>();
	return cells.map((cell) => {
		const field = fieldOf.get(wordOf(cell)) ?? null;
		if (field === null || taken.has(field)) return null;
		taken.add(field);
		return field;
	});
}

function memberIn(cells: readonly string[], places: readonly (Field | null)[]): NewMember {
	const member = { number: '', name: '', department: '', jobTitle: '' };
	cells.forEach((cell, column) => {
		const field = places[column];
		if (field) member[field] = cell;
	});
	// '-' and the like say that there is none.
	return numberKey(member.number) ? member : { ...member, number: '' };
}
