import { groupedBy } from '#lib/base/grouped';
import type { Locale } from '#lib/base/locale';
import type { Score } from '#lib/quiz/grade-quiz';
import { bestMark, confidenceIn, countedMark, helpedBefore, hintsIn } from './counted-mark';
import {
	bySequence,
	inSequence,
	type AttemptRecord,
	type Confidence,
	type EventRecord,
	type History,
	type Mode,
	type PaperQuestion,
	type ResponseRecord
} from './record';

/** One question of one attempt as it was answered: what mastery, calibration and review are folded from. */
export interface Answer {
	readonly attempt: string;
	readonly mode: Mode;
	readonly lesson: string;
	readonly objective: string;
	readonly question: string;
	/** Of the first try; of the showing, where the answer was shown without a try. */
	readonly sequence: number;
	/** When it was done with, in milliseconds since 1970. */
	readonly at: number;
	/** What the first try counts: nothing where help came before it. */
	readonly mark: Score;
	/** What the first try earned, with help or without. */
	readonly first: Score;
	/** What the last try earned. */
	readonly last: Score;
	/** 0 where the answer was shown without one. */
	readonly tries: number;
	readonly hints: number;
	/** A hint or the answer was shown before the first try. */
	readonly helped: boolean;
	readonly answerShown: boolean;
	readonly confidence: Confidence | null;
	/** In which language it was tried; null without a try. */
	readonly locale: Locale | null;
}

/** The name of an objective among those of all lessons. */
export const objectiveKey = ({
	lesson,
	objective
}: {
	lesson: string;
	objective: string;
}): string => `${lesson} ${objective}`;

/**
 * Every answer of a learner, in the order of first tries. A question whose answer was shown without a try is answered,
 * with nothing right. Going over missed questions again is left out: it teaches, and says nothing new.
 */
export function answersIn(history: History): Answer[] {
	const responses = groupedBy(inSequence(history.responses), ({ attempt }) => attempt);
	const events = groupedBy(inSequence(history.events.filter(isTold)), ({ attempt }) => attempt);
	const answers: Answered[] = [];
	const known = new Set<string>();
	for (const attempt of history.attempts) {
		const { id, redoOf, paper } = attempt;
		if (redoOf !== null || known.has(id)) continue;
		known.add(id);
		const tried = responses.get(id) ?? [];
		const happened = events.get(id) ?? [];
		for (const asked of paper) {
			const mine = ({ question }: { question: string }) => question === asked.question;
			const answer = answered(attempt, asked, tried.filter(mine), happened.filter(mine));
			if (answer) answers.push(answer);
		}
	}
	return answers.sort((a, b) => bySequence(a.began, b.began)).map(({ answer }) => answer);
}

const told = ['hint-shown', 'answer-shown', 'confidence-given', 'remarked'] as const;
type Told = EventRecord & { readonly type: (typeof told)[number] };
const isTold = (event: EventRecord): event is Told =>
	(told as readonly string[]).includes(event.type);

interface Answered {
	/** The first try, or the showing. */
	readonly began: ResponseRecord | EventRecord;
	readonly answer: Answer;
}

const nothing: Score = { earned: 0, possible: 1 };

/** What was done with one question of one attempt, in order => its answer; null where there is none yet. */
function answered(
	attempt: AttemptRecord,
	{ lesson, objective, question }: PaperQuestion,
	tries: readonly ResponseRecord[],
	events: readonly EventRecord[]
): Answered | null {
	const first = tries[0];
	const last = tries.at(-1);
	const shown = events.find(({ type }) => type === 'answer-shown');
	const began = first ?? shown;
	if (!began) return null;
	const earned = first ? bestMark(first, events) : nothing;
	const answer = {
		attempt: attempt.id,
		mode: attempt.mode,
		lesson,
		objective,
		question,
		sequence: began.sequence,
		at: Math.max(last?.at ?? 0, shown?.at ?? 0),
		mark: countedMark(events, first).mark ?? nothing,
		first: earned,
		last: last && last !== first ? { earned: last.earned, possible: last.possible } : earned,
		tries: tries.length,
		hints: hintsIn(events),
		helped: !first || helpedBefore(events, first),
		answerShown: shown !== undefined,
		confidence: confidenceIn(events, first),
		locale: first?.locale ?? null
	};
	return { began, answer };
}
