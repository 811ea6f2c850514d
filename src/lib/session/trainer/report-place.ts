const papers = ['summary', 'certificates'] as const;
export type ReportPaper = (typeof papers)[number];

/** What of a report is shown: of an assignment or the sample class; all of it, one learner's answers, or a paper to print. */
export interface ReportPlace {
	/** Null for the sample class. */
	readonly assignment: string | null;
	/** Id in the ledger; null for the class. */
	readonly learner: string | null;
	readonly paper: ReportPaper | null;
}

/** '#id=018f…&learner=3a' or '#sample' => what is shown; null where it names nothing. */
export function reportPlace(hash: string): ReportPlace | null {
	const fields = new URLSearchParams(hash.replace(/^#/, ''));
	const assignment = fields.get('id') || null;
	if (!assignment && !fields.has('sample')) return null;
	return {
		assignment,
		learner: fields.get('learner') || null,
		paper: papers.find((paper) => paper === fields.get('paper')) ?? null
	};
}

/** The other way: what stands behind the page's address. */
export function reportHash({ assignment, learner, paper }: ReportPlace): string {
	const which = assignment === null ? 'sample' : `id=${encodeURIComponent(assignment)}`;
	const whose = learner === null ? '' : `&learner=${encodeURIComponent(learner)}`;
	return `#${which}${whose}${paper === null ? '' : `&paper=${paper}`}`;
}
