/** Why a pasted code cannot be taken. */
export const codeProblems = [
	'not-ours',
	'cut',
	'changed',
	'damaged',
	'newer',
	'too-large',
	'own',
	'twice',
	'too-many'
] as const;
export type CodeProblem = (typeof codeProblems)[number];

/** Parts of a ledger that can be shown alone. */
export const ledgerParts = ['everybody', 'missing', 'unconfirmed'] as const;
export type LedgerPart = (typeof ledgerParts)[number];
