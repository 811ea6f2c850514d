import type { Locale } from '#lib/base/locale';
import { confidences, type Confidence } from '#lib/progress/record';
import { countedShare } from '#lib/progress/scores';
import type { Counting } from '#lib/quiz/counting';
import { isPassed, shareOf } from '#lib/quiz/grade-quiz';
import type {
	AttemptNote,
	GivenAssignment,
	LearnerResult,
	MarkedAttempt,
	MarkedQuestion,
	MarkNote
} from './collected';
import { countingAttempts } from './ledger';
import type { Member } from './roster';
import { latestOf } from './given';
import { doesCount } from './terms';

/** One lesson of one learner. */
export interface GradebookCell {
	readonly lesson: string;
	/** By the rule of the assignment on which attempt counts, 0 to 1; null without a complete attempt. */
	readonly share: number | null;
	/** By the pass mark of the assignment, which stays as it was for an attempt that was started by an earlier one. */
	readonly passed: boolean;
	/** The attempt that counts; null where there is none, or the mean of all does. */
	readonly attempt: string | null;
	/** Complete attempts that count. */
	readonly complete: number;
	/** An attempt that counts ended after it was due, or was collected after it. */
	readonly late: boolean;
	readonly receivedAfterDue: boolean;
	/** Questions of the attempts that count which could not be marked here: they earn nothing, so that the share is a least one. */
	readonly unmarked: number;
	/** Of all of its attempts for the assignment, each once. */
	readonly notes: readonly (AttemptNote | MarkNote)[];
}

export interface GradebookRow {
	readonly learner: string;
	readonly name: string;
	readonly number: string;
	readonly department: string;
	readonly jobTitle: string;
	readonly onRoster: boolean;
	readonly left: number | null;
	readonly standing: LearnerResult['standing'];
	readonly asOf: number;
	readonly received: number;
	/** A lesson each, in the order of the assignment. */
	readonly cells: readonly GradebookCell[];
	/** Mean share of the lessons that have one, 0 to 1; null without one. */
	readonly mean: number | null;
	/** When the last lesson was complete, by the learner's clock; null while one is missing. */
	readonly finished: number | null;
	/** Every lesson is passed. */
	readonly passed: boolean;
	/** Of attempts that count, those in progress with them: milliseconds, tries and hints. */
	readonly time: number;
	readonly tries: number;
	readonly hints: number;
	/** Tries by language of the interface. */
	readonly languages: { readonly [L in Locale]: number };
	/** Answers by how sure the learner was, and the mean share of them that was right; null without one. */
	readonly confidence: {
		readonly [C in Confidence]: { readonly answers: number; readonly right: number | null };
	};
	/** Mean share of the marked questions of each objective in the attempts that count, in the order that was asked for. */
	readonly objectives: readonly (number | null)[];
}

export interface Gradebook {
	readonly assignment: string;
	readonly lessons: readonly string[];
	/** Of learners who were heard of, in the order of the ledger. */
	readonly rows: readonly GradebookRow[];
}

/** An objective of a lesson. */
export interface ObjectiveOf {
	readonly lesson: string;
	readonly objective: string;
}

/** The gradebook of everybody who was heard of. `objectives`: columns that are asked for. */
export function gradebookOf(
	given: GivenAssignment,
	results: readonly LearnerResult[],
	objectives: readonly ObjectiveOf[] = []
): Gradebook {
	const places = new Map(given.roster.map(({ id }, place) => [id, place]));
	const members = new Map(given.roster.map((member) => [member.id, member]));
	const place = ({ learner }: LearnerResult) => places.get(learner) ?? places.size;
	return {
		assignment: given.id,
		lessons: latestOf(given).lessons,
		rows: [...results]
			.sort((a, b) => place(a) - place(b))
			.map((result) => gradebookRow(given, members.get(result.learner) ?? null, result, objectives))
	};
}

/** One learner's line of the gradebook. */
export function gradebookRow(
	given: GivenAssignment,
	member: Member | null,
	result: LearnerResult,
	objectives: readonly ObjectiveOf[] = []
): GradebookRow {
	const { lessons } = latestOf(given);
	const cells = lessons.map((lesson) => cellOf(lesson, given, result));
	const shares = cells.flatMap(({ share }) => (share === null ? [] : [share]));
	const ends = lessons.map((lesson) => firstEnd(countingAttempts(result, lesson)));
	const counting = result.attempts.filter(doesCount);
	const questions = counting.flatMap((attempt) => attempt.questions);
	const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
	return {
		learner: result.learner,
		name: member?.name || result.name,
		number: member?.number || result.number,
		department: member?.department ?? '',
		jobTitle: member?.jobTitle ?? '',
		onRoster: member !== null,
		left: member?.left ?? null,
		standing: result.standing,
		asOf: result.at,
		received: result.received,
		cells,
		mean: meanOf(shares),
		finished: ends.length && !ends.includes(null) ? Math.max(...(ends as number[])) : null,
		passed: cells.length > 0 && cells.every(({ passed }) => passed),
		time: sum(counting.map(({ time }) => time)),
		tries: sum(questions.map(({ tries }) => tries)),
		hints: sum(questions.map(({ hints }) => hints)),
		languages: {
			en: questions.filter(({ locale }) => locale === 'en').length,
			ar: questions.filter(({ locale }) => locale === 'ar').length
		},
		confidence: confidenceOf(questions),
		objectives: objectiveShares(objectives, lessons, given, result)
	};
}

/** Which of the complete attempts at a lesson make its score. */
function scoring(
	result: LearnerResult,
	lesson: string,
	counts: Counting
): readonly MarkedAttempt[] {
	const complete = countingAttempts(result, lesson).filter(({ score }) => score !== null);
	const share = ({ score }: MarkedAttempt) => shareOf(score!);
	switch (counts) {
		case 'mean':
			return complete;
		case 'first':
			return complete.slice(0, 1);
		case 'last':
			return complete.slice(-1);
		case 'best':
			return complete.length
				? [complete.reduce((best, one) => (share(one) > share(best) ? one : best))]
				: [];
	}
}

function cellOf(lesson: string, given: GivenAssignment, result: LearnerResult): GradebookCell {
	const { rules, due } = latestOf(given);
	const all = result.attempts.filter((attempt) => attempt.lesson === lesson);
	const complete = countingAttempts(result, lesson).filter(({ score }) => score !== null);
	const counted = scoring(result, lesson, rules.counts);
	const share = countedShare(
		complete.map(({ score }) => score!),
		rules.counts
	);
	return {
		lesson,
		share,
		passed:
			share !== null &&
			(rules.counts === 'mean'
				? isPassed({ earned: share, possible: 1 }, rules.passMark)
				: // A better score by a higher pass mark takes nothing away that was passed by an earlier one.
					(rules.counts === 'best' ? complete : counted).some(({ passed }) => passed)),
		attempt: rules.counts === 'mean' ? null : (counted[0]?.id ?? null),
		complete: complete.length,
		late: counted.some(({ late }) => late),
		receivedAfterDue: due !== null && counted.some(({ received }) => received > due),
		unmarked: counted
			.flatMap(({ questions }) => questions)
			.filter(({ notes }) => notes.includes('unknown-version')).length,
		notes: [
			...new Set(
				all.flatMap(({ notes, questions }) => [
					...notes,
					...questions.flatMap((question) => question.notes)
				])
			)
		]
	};
}

const firstEnd = (attempts: readonly MarkedAttempt[]): number | null =>
	attempts.find(({ ended }) => ended !== null)?.ended ?? null;

const meanOf = (shares: readonly number[]): number | null =>
	shares.length ? shares.reduce((sum, share) => sum + share, 0) / shares.length : null;

const marksOf = (questions: readonly MarkedQuestion[]): number[] =>
	questions.flatMap(({ share }) => (share === null ? [] : [share]));

const confidenceOf = (questions: readonly MarkedQuestion[]): GradebookRow['confidence'] =>
	Object.fromEntries(
		confidences.map((confidence) => {
			const right = marksOf(questions.filter((question) => question.confidence === confidence));
			return [confidence, { answers: right.length, right: meanOf(right) }];
		})
	) as GradebookRow['confidence'];

function objectiveShares(
	objectives: readonly ObjectiveOf[],
	lessons: readonly string[],
	given: GivenAssignment,
	result: LearnerResult
): (number | null)[] {
	if (!objectives.length) return [];
	const { counts } = latestOf(given).rules;
	const questions = new Map(
		lessons.map((lesson) => [
			lesson,
			scoring(result, lesson, counts).flatMap((attempt) => attempt.questions)
		])
	);
	return objectives.map(({ lesson, objective }) =>
		meanOf(marksOf((questions.get(lesson) ?? []).filter((one) => one.objective === objective)))
	);
}
