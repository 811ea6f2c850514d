import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

/** In a complete course a lesson or a claim cites every source, but for those marked `general: true`. */
export function sourceUnused(draft: CourseDraft): Problem[] {
	if (!draft.course?.value?.complete) return [];
	const cited = new Set([
		...draft.claims.entries.flatMap(({ value }) => value?.sources ?? []),
		...lessonsOf(draft).flatMap(({ texts }) =>
			[...texts.values()].flatMap(({ references }) =>
				references.filter(({ to }) => to === 'source').map(({ id }) => id)
			)
		)
	]);
	return draft.sources.entries
		.filter(({ id, raw }) => id !== null && !cited.has(id) && !isGeneral(raw))
		.map((source) => ({
			file: source.file,
			line: source.line('id'),
			rule: 'source-unused',
			message: `no lesson and no claim cites this source; write :cite[${source.id}] where it is used, mark it "general: true" where it is for further reading, or take it out`
		}));
}

const isGeneral = (raw: unknown) => (raw as { general?: unknown } | null)?.general === true;
