import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

/** In a complete course every claim is taught: a lesson has its callout. */
export function claimCoverage(draft: CourseDraft): Problem[] {
	if (!draft.course?.value?.complete) return [];
	const taught = new Set(
		lessonsOf(draft).flatMap(({ texts }) =>
			[...texts.values()].flatMap(({ references }) =>
				references.filter(({ to }) => to === 'claim').map(({ id }) => id)
			)
		)
	);
	return draft.claims.entries
		.filter(({ id }) => id !== null && !taught.has(id))
		.map((claim) => ({
			file: claim.file,
			line: claim.line('id'),
			rule: 'claim-coverage',
			message: `no lesson teaches this claim; write :::claim{id=${claim.id}} in one, or take the claim out`
		}));
}
