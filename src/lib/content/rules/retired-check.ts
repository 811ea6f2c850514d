import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

/** No check is retired: the text shows it, and nothing draws it. */
export const retiredCheck = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }) =>
		(quiz?.questions ?? [])
			.filter(({ list, retired, id }) => list === 'checks' && retired && id !== null)
			.map((question) => ({
				file: question.file,
				line: question.line('retired'),
				rule: 'retired-check',
				message: `only a question under "pool:" can be retired, since the text shows every check; take ::check{question=${question.id}} out of the text, and move the question under "pool:" (or take it out, if the lesson was never released)`
			}))
	);
