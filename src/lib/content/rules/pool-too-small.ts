import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { asked, notCounting } from './asked';

const spare = 3;

/** The pool holds three questions more than one attempt draws, so that a second attempt differs. */
export const poolTooSmall = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }): Problem[] => {
		if (!quiz || quiz.draw === null) return [];
		const all = quiz.questions.filter(({ list }) => list === 'pool');
		const pool = asked(all).length;
		const least = quiz.draw + spare;
		if (pool >= least) return [];
		const message = `${quiz.draw} questions are drawn from a pool of ${pool}${notCounting(all)}; write at least ${least}, so that a second attempt differs`;
		return [{ file: quiz.file, line: quiz.line('draw'), rule: 'pool-too-small', message }];
	});
