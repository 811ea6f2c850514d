import type { GivenAssignment, LearnerResult } from '../collected';
import { CompletionTally, type CompletionDay } from './completion';
import { departmentsOf, totalOf, type DepartmentSummary } from './departments';
import type { GradebookRow, ObjectiveOf } from './gradebook';
import { gradebookRow } from './gradebook-row';
import { itemsOf, ItemTally, type Item } from './item-analysis';
import { LedgerTally, type LedgerCounts, type LedgerRow } from './ledger';
import type { MarkingCourse } from '../marking/marking-course';
import type { Member } from '../roster';
import { histogramOf, type ScoreBin } from './score-histogram';
import { latestOf } from '../given';

export type { CompletionDay } from './completion';
export type { DepartmentSummary } from './departments';
export type { ScoreBin } from './score-histogram';

/** Everything that a report shows, made in one go through the results; it can be cloned to a page. */
export interface Report {
	readonly assignment: string;
	/** The revision in force. */
	readonly revision: number;
	/** When it was made, by the trainer's clock. */
	readonly asOf: number;
	/** Version of the marking; results by another one are to be made again. */
	readonly marking: string;
	readonly due: number | null;
	/** The day of it, by the same clocks as the days of `completion`. */
	readonly dueDay: string | null;
	readonly lessons: readonly string[];
	/** Columns of the heat map: `GradebookRow.objectives`. */
	readonly objectives: readonly ObjectiveOf[];
	readonly ledger: readonly LedgerRow[];
	readonly counts: LedgerCounts;
	readonly gradebook: readonly GradebookRow[];
	readonly items: readonly Item[];
	/** Of the learners' means, ten bins; leavers are left out. */
	readonly histogram: readonly ScoreBin[];
	/** Days on which something was complete, oldest first: of those who are assigned, where a roster says who; without leavers. */
	readonly completion: readonly CompletionDay[];
	readonly departments: readonly DepartmentSummary[];
	/** Of all of these. */
	readonly total: DepartmentSummary;
}

/**
 * Makes a report in one go: results are added in pieces, in any order, each learner once. A result costs the same
 * whichever number it is; rows are kept of each learner, answers of none.
 */
export class ReportBuilder {
	readonly #given: GivenAssignment;
	readonly #course: MarkingCourse;
	readonly #now: number;
	readonly #members: ReadonlyMap<string, Member>;
	readonly #objectives: readonly ObjectiveOf[];
	readonly #ledger: LedgerTally;
	readonly #items: ItemTally;
	readonly #completion: CompletionTally;
	readonly #rows = new Map<string, GradebookRow>();

	/** `now`: as of when the report is. */
	constructor(given: GivenAssignment, course: MarkingCourse, now: number) {
		this.#given = given;
		this.#course = course;
		this.#now = now;
		this.#members = new Map(given.roster.map((member) => [member.id, member]));
		this.#objectives = objectivesIn(course, latestOf(given).lessons);
		this.#ledger = new LedgerTally(given);
		this.#items = new ItemTally(course);
		this.#completion = new CompletionTally(latestOf(given));
	}

	add(results: readonly LearnerResult[]): void {
		for (const result of results) {
			const member = this.#members.get(result.learner) ?? null;
			this.#ledger.add(result);
			this.#rows.set(result.learner, gradebookRow(this.#given, member, result, this.#objectives));
			this.#items.add(result);
			const isAsked = this.#members.size ? member?.left === null : true;
			if (isAsked) this.#completion.add(result);
		}
	}

	done(): Report {
		const { id: assignment, roster } = this.#given;
		const { revision, due, lessons } = latestOf(this.#given);
		const { rows, counts } = this.#ledger.ledger(this.#now);
		const gradebook = rows.flatMap(({ learner }) => this.#rows.get(learner) ?? []);
		const staying = gradebook.filter(({ left }) => left === null);
		const departments = departmentsOf(rows, this.#rows, roster.length > 0);
		const questions = lessons.flatMap(
			(lesson) => this.#course.lessons.get(lesson)?.questions ?? []
		);
		const asked = questions.filter(
			(question) => !question.retired || this.#items.sumsOf(question) !== null
		);
		return {
			assignment,
			revision,
			asOf: this.#now,
			marking: this.#course.marking,
			due,
			dueDay: due === null ? null : this.#completion.dayOf(due),
			lessons,
			objectives: this.#objectives,
			ledger: rows,
			counts,
			gradebook,
			items: itemsOf(this.#items, asked),
			histogram: histogramOf(staying.flatMap(({ mean }) => (mean === null ? [] : [mean]))),
			completion: this.#completion.days(),
			departments,
			total: totalOf(departments, roster.length > 0)
		};
	}
}

/** The objectives that the lessons' questions test, in the order of the questions. */
function objectivesIn(course: MarkingCourse, lessons: readonly string[]): ObjectiveOf[] {
	return lessons.flatMap((lesson) => {
		const questions = course.lessons.get(lesson)?.questions ?? [];
		const asked = questions.filter(({ retired }) => !retired);
		return [...new Set(asked.map(({ objective }) => objective))].map((objective) => ({
			lesson,
			objective
		}));
	});
}
