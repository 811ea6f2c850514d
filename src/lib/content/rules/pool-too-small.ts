import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

const spare = 3;

/** The pool holds three questions more than one attempt draws, so that a second attempt differs. */
export const poolTooSmall = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }): Problem[] => {
		if (!quiz || quiz.draw === null) return [];
		const pool = quiz.questions.filter(({ list }) => list === 'pool').length;
		const least = quiz.draw + spare;
		if (pool >= least) return [];
		const message = `${quiz.draw} questions are drawn from a pool of ${pool}; write at least ${least}, so that a second attempt differs`;
		return [{ file: quiz.file, line: quiz.line('draw'), rule: 'pool-too-small', message }];
	});
