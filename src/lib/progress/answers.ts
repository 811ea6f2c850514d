import { groupedBy } from '#lib/base/grouped';
import type { Locale } from '#lib/base/locale';
import type { Score } from '#lib/quiz/grade-quiz';
import { confidenceIn, countedMark, hintsIn } from './counted-mark';
import {
	inSequence,
	type AttemptRecord,
	type Confidence,
	type EventRecord,
	type History,
	type Mode,
	type ResponseRecord
} from './record';

/** One question of one attempt as it was answered: what mastery, calibration and review are folded from. */
export interface Answer {
	readonly attempt: string;
	readonly mode: Mode;
	readonly lesson: string;
	readonly objective: string;
	readonly question: string;
	/** Of the first try. */
	readonly sequence: number;
	/** When it was done with, in milliseconds since 1970. */
	readonly at: number;
	/** What the first try counts. */
	readonly mark: Score;
	/** What the last try earned. */
	readonly last: Score;
	readonly tries: number;
	readonly hints: number;
	readonly answerShown: boolean;
	readonly confidence: Confidence | null;
	readonly locale: Locale;
}

/** The name of an objective among those of all lessons. */
export const objectiveKey = ({
	lesson,
	objective
}: {
	lesson: string;
	objective: string;
}): string => `${lesson} ${objective}`;

/** Every answer of a learner, in order. Going over missed questions again is left out: it teaches, and says nothing new. */
export function answersIn(history: History): Answer[] {
	const responses = byQuestion(inSequence(history.responses));
	const events = byQuestion(inSequence(history.events));
	return inSequence(history.attempts)
		.filter(({ redoOf }) => redoOf === null)
		.flatMap((attempt) => answersTo(attempt, responses, events))
		.sort((a, b) => a.sequence - b.sequence);
}

function answersTo(
	{ id, mode, paper }: AttemptRecord,
	responses: ReadonlyMap<string, readonly ResponseRecord[]>,
	events: ReadonlyMap<string, readonly EventRecord[]>
): Answer[] {
	return paper.flatMap(({ question, lesson, objective }) => {
		const tries = responses.get(`${id} ${question}`) ?? [];
		const mine = events.get(`${id} ${question}`) ?? [];
		const [first] = tries;
		const last = tries.at(-1);
		if (!first || !last) return [];
		const shown = mine.find((event) => event.type === 'answer-shown');
		return [
			{
				attempt: id,
				mode,
				lesson,
				objective,
				question,
				sequence: first.sequence,
				at: Math.max(last.at, shown?.at ?? 0),
				mark: countedMark(mine, first).mark!,
				last: { earned: last.earned, possible: last.possible },
				tries: tries.length,
				hints: hintsIn(mine),
				answerShown: shown !== undefined,
				confidence: confidenceIn(mine, first),
				locale: first.locale
			}
		];
	});
}

/** Records about a question of an attempt, in lists. */
const byQuestion = <T extends EventRecord | ResponseRecord>(
	records: readonly T[]
): Map<string, T[]> =>
	groupedBy(
		records.filter((record) => 'attempt' in record && 'question' in record),
		(record) => `${(record as Asked).attempt} ${(record as Asked).question}`
	);

interface Asked {
	readonly attempt: string;
	readonly question: string;
}
