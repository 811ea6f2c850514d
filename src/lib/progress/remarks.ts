import { changeOf, currentOf } from '#lib/quiz/change';
import { kindOf } from '#lib/quiz/kinds';
import { markingOf, questionKey, type Question } from '#lib/quiz/question';
import { helpedBefore } from './counted-mark';
import { inSequence, type AttemptLog, type Happening, type ResponseRecord } from './record';

export type Remark = Happening & { readonly type: 'remarked' };

/**
 * The log of a complete attempt and the questions as they are now => what its first tries earn by keys that were changed
 * since, as far as that is not recorded yet. A try with help counts nothing by any key; an answer that does not fit the
 * new form of its question (an option of it is gone) stays as it was marked.
 */
export function remarksDue(log: AttemptLog, now: readonly Question[]): Remark[] {
	if (!log.submissions.length) return [];
	const events = inSequence(log.events);
	const responses = inSequence(log.responses);
	return log.attempt.paper.flatMap(({ question: id, key }): Remark[] => {
		const drawn = log.questions.get(key);
		const current = drawn && currentOf(drawn, now);
		const first = responses.find((response) => response.question === id);
		if (!drawn || !current || !first || changeOf(drawn, now) !== 'marking') return [];
		const mine = events.filter((event) => 'question' in event && event.question === id);
		// Devices may hold different versions of the course: each key is marked by once, not in turns.
		const done = mine.some(
			(event) => event.type === 'remarked' && markingOf(event.key) === current.hash.marking
		);
		if (done || helpedBefore(mine, first)) return [];
		const response = responseIn(first, drawn, current);
		if (response === null) return [];
		const { earned, possible } = first;
		const grade = kindOf(current).grade(current, response.value);
		return [
			{
				type: 'remarked',
				attempt: log.attempt.id,
				question: id,
				key: questionKey(current),
				before: { earned, possible },
				earned: grade.earned,
				possible: grade.possible
			}
		];
	});
}

/** A try at a question as it was => the same answer to the question as it is; null where it says less there. */
function responseIn(
	{ response, kindVersion }: ResponseRecord,
	drawn: Question,
	current: Question
): { readonly value: unknown } | null {
	if (drawn.kind !== current.kind) return null;
	const kind = kindOf(current);
	const then = kind.upgradeResponse(response, kindVersion, drawn);
	const value = kind.upgradeResponse(response, kindVersion, current);
	// Read back, it is what it was: nothing got lost, though options may stand in another order.
	const back = kind.upgradeResponse(value, kind.version, drawn);
	const kept = JSON.stringify(back) === JSON.stringify(then);
	return kept && kind.missing(drawn, then) === kind.missing(current, value) ? { value } : null;
}
