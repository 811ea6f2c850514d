/** Every rule that authored content can break, by the name that authors see. Each has a folder in tests/fixtures/lessons-bad. */
export const rules = [
	// Files
	'yaml',
	'front-matter',
	'schema',
	'unknown-key',
	'duplicate-id',
	'dead-reference',
	'unreferenced-file',
	'never-shown',
	'released',
	'vanished',
	// Languages
	'missing-translation',
	'languages-differ',
	'icu',
	'bidi',
	'typography',
	// Lessons
	'markdown',
	'reading-time',
	'readability',
	'banned-term',
	'glossary-wording',
	'glossary-unused',
	'claim-coverage',
	'claim-sources',
	'source-unused',
	'doi-form',
	'figure-drawing',
	'hot-spot-outside',
	// Questions
	'no-explanation',
	'no-feedback',
	'feedback-says-why',
	'hints',
	'retired-check',
	'pool-too-small',
	'objective-untested',
	'key-length',
	'key-position',
	'true-false-balance',
	// Questions, reported by their kinds
	'answer-rejected',
	'empty-category',
	'hints-on-true-false',
	'many-right-options',
	'mistake-is-right',
	'no-answer',
	'no-right-option',
	'ordering-too-short',
	'relative-to-zero',
	'same-label',
	'same-right',
	'spot-without-place',
	'tolerance-unreachable',
	'typos-at-exact',
	'unknown-category'
] as const;

export type Rule = (typeof rules)[number];

export const isRule = (name: string): name is Rule => (rules as readonly string[]).includes(name);
