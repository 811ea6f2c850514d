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
	/** Last time an answer was wrong of which the learner was certain: such mistakes are corrected best, so they come first. */
	readonly sureAndWrong: boolean;
	/** Id of the question that was asked last. */
	readonly lastQuestion: string;
}

/**
 * Good: right at the first try, without help, and not unsure. Again: wrong in the end, or the answer was shown. Hard: all
 * between: partly right in the end, right after a hint, at a later try, or unsure.
 */
export function ratingOf({ mark, last, answerShown, confidence }: Answer): Grade {
	if (shareOf(mark) >= 1) return confidence === 'unsure' ? Rating.Hard : Rating.Good;
	return answerShown || last.earned <= 0 ? Rating.Again : Rating.Hard;
}

/**
 * Answers in order => the schedule of every objective that was asked about. `until`: later than it is by now; a time
 * after it is of a clock that ran ahead, and tells nothing.
 */
export const scheduleOf = (answers: readonly Answer[], until = Infinity): ScheduledObjective[] =>
	[...groupedBy(answers, objectiveKey).values()].map((mine) => scheduled(mine, until));

function scheduled(answers: readonly Answer[], until: number): ScheduledObjective {
	const { lesson, objective, question } = answers.at(-1)!;
	const repetitions = repetitionsIn(answers);
	let state: FSRSState | null = null;
	let at: number | null = null;
	for (const together of repetitions) {
		const before: number | null = at;
		// A clock that was set back makes no day shorter than none; nor do devices that number apart.
		for (const one of together) if (one.at <= until) at = Math.max(at ?? one.at, one.at);
		const days = before === null || at === null ? 0 : Math.round((at - before) / day);
		state = memory.next_state(state, days, worst(together.map(ratingOf)));
	}
	const { stability } = state!;
	return {
		lesson,
		objective,
		due: at === null ? 0 : at + memory.next_interval(stability, 0) * day,
		stability,
		sureAndWrong: repetitions.at(-1)!.some(isSureAndWrong),
		lastQuestion: question
	};
}

const isSureAndWrong = ({ confidence, tries, first }: Answer) =>
	confidence === 'certain' && tries > 0 && first.earned <= 0;

/**
 * Answers of one attempt in one sitting are one repetition, as good as the worst of them: massed practice is no spaced
 * one. An attempt that lay for days is another repetition when it is taken up again.
 */
function repetitionsIn(answers: readonly Answer[]): Answer[][] {
	const repetitions: Answer[][] = [];
	const latest = new Map<string, Answer[]>();
	for (const answer of answers) {
		const sitting = latest.get(answer.attempt);
		if (sitting && Math.abs(answer.at - sitting.at(-1)!.at) < day / 2) sitting.push(answer);
		else {
			const begun = [answer];
			repetitions.push(begun);
			latest.set(answer.attempt, begun);
		}
	}
	return repetitions;
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
