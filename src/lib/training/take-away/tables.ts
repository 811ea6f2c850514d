import type { AnswerRow } from '../marking/answer-rows';
import type { GradebookRow } from '../report/gradebook';
import type { Item } from '../report/item-analysis';
import type { Report } from '../report/report';
import type { Code, Column, Labels } from './labels';
import { minutesCell, roundedShare, shareCell, type Cell, type Table } from './table';

const rounded = (value: number | null): Cell => (value === null ? null : roundedShare(value));
const heading = (labels: Labels, columns: readonly Column[]): Cell[] =>
	columns.map((column) => labels.column(column));
const listed = (labels: Labels, codes: readonly Code[]) =>
	codes.map((code) => labels.code(code)).join(labels.separator);

/** A line of each learner who was heard of. */
export function gradebookTable(
	{ lessons, gradebook }: Pick<Report, 'lessons' | 'gradebook'>,
	labels: Labels
): Table {
	const person: Column[] = ['name', 'number', 'department', 'job-title', 'roster', 'confirmed'];
	const rest: Column[] = [
		...(['mean', 'passed', 'finished', 'late', 'minutes', 'tries', 'hints'] as const),
		...(['tries-en', 'tries-ar', 'unmarked', 'notes', 'as-of', 'received'] as const)
	];
	return {
		title: labels.title('gradebook'),
		rows: [
			[
				...heading(labels, person),
				...lessons.map((lesson) => labels.lesson(lesson)),
				...heading(labels, rest)
			],
			...gradebook.map((row) => gradebookCells(row, labels))
		]
	};
}

function gradebookCells(row: GradebookRow, labels: Labels): Cell[] {
	const yes = (is: boolean) => labels.code(is ? 'yes' : 'no');
	return [
		row.name,
		row.number,
		row.department,
		row.jobTitle,
		labels.code(row.left !== null ? 'left' : row.onRoster ? 'on-roster' : 'off-roster'),
		labels.code(row.standing),
		...row.cells.map(({ share }) => shareCell(share)),
		shareCell(row.mean),
		yes(row.passed),
		row.finished === null ? null : labels.time(row.finished),
		yes(row.cells.some(({ late }) => late)),
		minutesCell(row.time),
		row.tries,
		row.hints,
		row.languages.en,
		row.languages.ar,
		row.cells.reduce((sum, { unmarked }) => sum + unmarked, 0),
		listed(labels, [...new Set(row.cells.flatMap(({ notes }) => notes))]),
		labels.time(row.asOf),
		labels.time(row.received)
	];
}

const answerColumns: readonly Column[] = [
	...(['name', 'number', 'lesson', 'attempt', 'started', 'ended', 'objective'] as const),
	...(['question-id', 'question', 'answer', 'right-answer', 'score', 'tries'] as const),
	...(['hints', 'language', 'confidence', 'seconds', 'notes'] as const)
];

export const answersHeading = (labels: Labels): Cell[] => heading(labels, answerColumns);

/** An answer as a row of the table of answers. */
export const answerCells = (row: AnswerRow, labels: Labels): Cell[] => [
	row.name,
	row.number,
	labels.lesson(row.lesson),
	row.nth,
	labels.time(row.started),
	row.ended === null ? null : labels.time(row.ended),
	labels.objective(row.lesson, row.objective),
	row.question,
	labels.question(row.lesson, row.question),
	row.response === null ? null : labels.response(row.lesson, row.question, row.response),
	row.right === null ? null : labels.response(row.lesson, row.question, row.right),
	rounded(row.share),
	row.tries,
	row.hints,
	row.locale && labels.language(row.locale),
	row.confidence && labels.code(row.confidence),
	Math.round(row.time / 1000),
	listed(labels, row.notes)
];

/** A line of each question. */
export const itemsTable = (items: readonly Item[], labels: Labels): Table => ({
	title: labels.title('items'),
	rows: [
		heading(labels, [
			...(['lesson', 'objective', 'question-id', 'question', 'answers', 'unanswered'] as const),
			...(['facility', 'discrimination', 'discrimination-from', 'discrimination-to'] as const),
			...(['choices', 'seconds', 'answers-en', 'facility-en', 'answers-ar'] as const),
			...(['facility-ar', 'language-difference', 'flags'] as const)
		]),
		...items.map((item) => itemCells(item, labels))
	]
});

function itemCells(item: Item, labels: Labels): Cell[] {
	const { lesson, question, languages } = item;
	const [from, to] = item.discriminationRange ?? [null, null];
	return [
		labels.lesson(lesson),
		labels.objective(lesson, item.objective),
		question,
		labels.question(lesson, question),
		item.answers,
		item.unanswered,
		shareCell(item.facility),
		rounded(item.discrimination),
		rounded(from),
		rounded(to),
		item.choices
			.map((choice) => `${labels.choice(lesson, question, choice)}: ${choice.count}`)
			.join(labels.separator),
		item.time === null ? null : Math.round(item.time / 1000),
		languages.en.answers,
		shareCell(languages.en.facility),
		languages.ar.answers,
		shareCell(languages.ar.facility),
		rounded(item.difference?.delta ?? null),
		listed(labels, item.flags)
	];
}
