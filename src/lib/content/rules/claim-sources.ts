import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { suggestion } from '../yaml/nearest';

/** Every source that a claim names stands in sources.yaml. A claim may have none. */
export function claimSources({ claims, sources }: CourseDraft): Problem[] {
	if (!sources.readable) return [];
	const known = sources.entries.flatMap(({ id }) => id ?? []);
	return claims.entries.flatMap((claim) =>
		(claim.value?.sources ?? []).flatMap((id, index): Problem[] =>
			known.includes(id)
				? []
				: [
						{
							file: claim.file,
							line: claim.line('sources', index),
							rule: 'claim-sources',
							message: `there is no source "${id}" in sources.yaml${suggestion(id, known)}`
						}
					]
		)
	);
}
