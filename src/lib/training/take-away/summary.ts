import type { Assignment } from '../assignment';
import type { DepartmentSummary, Report } from '../report';
import { shareCell, type Cell } from './table';

/** A page for management: what was asked of whom, and what came of it. */
export interface Summary {
	readonly title: string;
	readonly group: string;
	readonly trainer: string;
	readonly lessons: readonly string[];
	readonly due: number | null;
	readonly timeZone: string;
	readonly passMark: number;
	/** By the trainer's clock. */
	readonly asOf: number;
	/** Version of the content that this site has. */
	readonly content: string;
	/** With a line for all of them as the last where there are several. */
	readonly lines: readonly SummaryLine[];
}

export interface SummaryLine extends DepartmentSummary {
	readonly isTotal: boolean;
	/** Passed of those who were assigned, 0 to 1; null where nobody says how many those are. */
	readonly passedShare: number | null;
}

/** The data of the one-page summary. */
export function summaryOf(report: Report, assignment: Assignment, content: string): Summary {
	const line = (summary: DepartmentSummary, isTotal: boolean): SummaryLine => ({
		...summary,
		isTotal,
		passedShare: summary.assigned ? summary.passed / summary.assigned : null
	});
	const { title, group, trainer, lessons, due, timeZone, rules } = assignment;
	const lines = report.departments.map((one) => line(one, false));
	return {
		title,
		group,
		trainer: trainer.name,
		lessons,
		due,
		timeZone,
		passMark: rules.passMark,
		asOf: report.asOf,
		content,
		lines: lines.length === 1 ? lines : [...lines, line(report.total, true)]
	};
}

/** A line as cells: assigned, finished, passed, share passed, not received. */
export const summaryCells = (line: SummaryLine): readonly Cell[] => [
	line.assigned,
	line.finished,
	line.passed,
	shareCell(line.passedShare),
	line.notReceived
];
