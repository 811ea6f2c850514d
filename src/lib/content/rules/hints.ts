import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

const most = 3;

/** A question has at most three hints. */
export const hints = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }) =>
		(quiz?.questions ?? [])
			.filter(({ value }) => value && value.hints.length > most)
			.map((question) => ({
				file: question.file,
				line: question.line('hints', most),
				rule: 'hints',
				message: `a question can have at most ${most} hints, and this has ${question.value!.hints.length}; take some out`
			}))
	);
