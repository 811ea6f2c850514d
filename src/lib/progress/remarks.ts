import { changeOf, currentOf } from '#lib/quiz/change';
import { kindOf } from '#lib/quiz/kinds';
import { markingOf, questionKey, type Question } from '#lib/quiz/question';
import { helpedBefore } from './counted-mark';
import { inSequence, type AttemptLog, type Happening } from './record';

export type Remark = Happening & { readonly type: 'remarked' };

/**
 * The log of a complete attempt and the questions as they are now => what its first tries earn by keys that were changed
 * since, as far as that is not recorded yet. A try with help counts nothing by any key; an answer that does not fit the
 * new form of its question (an option that is gone) stays as it was marked.
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
		const done = mine.findLast((event) => event.type === 'remarked');
		if (done?.type === 'remarked' && markingOf(done.key) === current.hash.marking) return [];
		const { earned, possible } = first;
		if (helpedBefore(mine, first)) return [];
		const kind = kindOf(current);
		const response = kind.upgradeResponse(first.response, first.kindVersion, current);
		const missing = kind.missing(current, response);
		if (missing && missing !== kind.missing(drawn, first.response)) return [];
		const grade = kind.grade(current, response);
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
