import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { field } from '../reader';
import { asked } from './asked';

/** In a complete course a lesson links to every term or asks for it, but for those marked `general: true`. */
export function glossaryUnused(draft: CourseDraft): Problem[] {
	if (!draft.course?.value?.complete) return [];
	const used = new Set(
		lessonsOf(draft).flatMap(({ texts, quiz }) => [
			...[...texts.values()].flatMap(({ references }) =>
				references.filter(({ to }) => to === 'term').map(({ id }) => id)
			),
			...asked(quiz?.questions).map(({ raw }) => field(raw, 'term'))
		])
	);
	return draft.glossary.entries
		.filter(({ id, raw }) => id !== null && !used.has(id) && !isGeneral(raw))
		.map((term) => ({
			file: term.file,
			line: term.line('id'),
			rule: 'glossary-unused',
			message: `no lesson links to this term; write :term[words]{id=${term.id}} where it is first met, mark it "general: true" where it is for looking up only, or take it out`
		}));
}

const isGeneral = (raw: unknown) => (raw as { general?: unknown } | null)?.general === true;
