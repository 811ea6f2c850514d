import { fsrs, generatorParameters, Rating, type FSRSState, type Grade } from 'ts-fsrs';
import { groupedBy } from '#lib/base/grouped';
import { shareOf } from '#lib/quiz/grade-quiz';
import { objectiveKey, type Answer } from './answers';

/**
 * FSRS (https://github.com/open-spaced-repetition) with its own parameters, in whole days: no steps of minutes, and no
 * chance, so that the schedule can be folded again from the answers at any time.
 */
const memory = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: false }));

const day = 24 * 60 * 60_000;

/** An objective that was asked about, and when to ask again. */
export interface ScheduledObjective {
	readonly lesson: string;
	readonly objective: string;
	/** Milliseconds since 1970. */
	readonly due: number;
	/** Days until it would be remembered with a chance of 90 %. */
	readonly stability: number;
	/** The last answer was wrong, and the learner had been certain: such mistakes are corrected best, so they come first. */
	readonly sureAndWrong: boolean;
	/** Id of the question that was asked last. */
	readonly lastQuestion: string;
}

/**
 * Again: wrong in the end, or the answer was shown. Hard: partly right in the end, or right after a hint, at a later
 * try or unsure. Good: right at once.
 */
export function ratingOf({ last, tries, hints, answerShown, confidence }: Answer): Grade {
	if (answerShown || last.earned <= 0) return Rating.Again;
	const rightAtOnce = shareOf(last) >= 1 && tries === 1 && hints === 0;
	return rightAtOnce && confidence !== 'unsure' ? Rating.Good : Rating.Hard;
}

/** Answers in order => the schedule of every objective that was asked about. */
export const scheduleOf = (answers: readonly Answer[]): ScheduledObjective[] =>
	[...groupedBy(answers, objectiveKey).values()].map(scheduled);

function scheduled(answers: readonly Answer[]): ScheduledObjective {
	const { lesson, objective } = answers[0]!;
	let state: FSRSState | null = null;
	let at = 0;
	let days = 0;
	// Questions of one attempt are one repetition, as good as the worst of them: massed practice is no spaced one.
	for (const together of groupedBy(answers, ({ attempt }) => attempt).values()) {
		const before = at;
		// A clock that was set back makes no day shorter than none.
		at = Math.max(at, ...together.map((answer) => answer.at));
		const since = state ? Math.round((at - before) / day) : 0;
		state = memory.next_state(state, since, worst(together.map(ratingOf)));
		days = memory.next_interval(state.stability, since);
	}
	const last = answers.at(-1)!;
	return {
		lesson,
		objective,
		due: at + days * day,
		stability: state!.stability,
		sureAndWrong: last.confidence === 'certain' && last.mark.earned <= 0,
		lastQuestion: last.question
	};
}

const worst = (ratings: readonly Grade[]) => Math.min(...ratings) as Grade;

/** What is due until then, first what was sure and wrong, then what is overdue longest for what it was worth. */
export function dueUntil(
	schedule: readonly ScheduledObjective[],
	until: number
): ScheduledObjective[] {
	const late = ({ due, stability }: ScheduledObjective) => (until - due) / Math.max(stability, 0.1);
	return schedule
		.filter(({ due }) => due <= until)
		.sort(
			(a, b) =>
				Number(b.sureAndWrong) - Number(a.sureAndWrong) ||
				late(b) - late(a) ||
				(objectiveKey(a) < objectiveKey(b) ? -1 : 1)
		);
}
