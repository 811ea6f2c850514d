import { confidences } from '#lib/progress/record';
import { countedShare } from '#lib/progress/scores';
import type { Counting } from '#lib/quiz/counting';
import { isPassed, shareOf } from '#lib/quiz/grade-quiz';
import type { GivenAssignment, LearnerResult, MarkedAttempt, MarkedQuestion } from '../collected';
import { latestOf } from '../given';
import type { GradebookCell, GradebookRow, ObjectiveOf } from './gradebook';
import { countingAttempts } from './ledger-row';
import type { Member } from '../roster';
import { doesCount } from '../terms';

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
		...(result.unreadable && { unreadable: result.unreadable }),
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
	const passing =
		rules.counts === 'mean'
			? share !== null && isPassed({ earned: share, possible: 1 }, rules.passMark)
				? complete.at(-1)
				: undefined
			: // A better score by a higher pass mark takes nothing away that was passed by an earlier one.
				(rules.counts === 'best' ? complete : counted).find(({ passed }) => passed);
	return {
		lesson,
		share,
		passed: passing !== undefined,
		passedAt: passing?.ended ?? null,
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
