import type * as v from 'valibot';

type Issue = v.BaseIssue<unknown>;

const quoted = (value: unknown) => `"${String(value)}"`;
/** Valibot's '("a" | "b")' => 'a, b'. */
const choices = (expected: string | null) =>
	(expected ?? '')
		.replace(/^\(|\)$/g, '')
		.replaceAll(' | ', ', ')
		.replaceAll('"', '');

/** A shape mistake in an author's words, where the shape has none of its own. No word of a programmer gets out. */
export function inWords(issue: Issue): string {
	const { type, input, expected, requirement } = issue;
	if (issue.kind === 'schema' && (input === null || input === undefined))
		return 'is empty; write it after the colon';
	switch (type) {
		case 'string':
			return typeof input === 'object'
				? 'must be a text'
				: `must be a text; put quotes around it: ${quoted(input)}`;
		case 'number':
			return 'must be a number, without quotes or unit';
		case 'boolean':
			return 'must be true or false';
		case 'array':
			return 'must be a list, each entry on a line that starts with "- "';
		case 'object':
		case 'loose_object':
		case 'strict_object':
		case 'record':
			return 'must be a group of keys with values, like { key: value }';
		case 'literal':
			return `must be ${choices(expected)}`;
		case 'picklist':
		case 'enum':
			return `must be one of: ${choices(expected)}`;
		case 'non_empty':
			return 'must not be empty';
		case 'min_length':
			return Array.isArray(input)
				? `needs at least ${String(requirement)} entries`
				: `must have at least ${String(requirement)} characters`;
		case 'max_length':
			return Array.isArray(input)
				? `can have at most ${String(requirement)} entries`
				: `must have at most ${String(requirement)} characters`;
		case 'min_value':
			return `must be ${String(requirement)} or more`;
		case 'max_value':
			return `must be ${String(requirement)} or less`;
		case 'gt_value':
			return `must be more than ${String(requirement)}`;
		case 'lt_value':
			return `must be less than ${String(requirement)}`;
		case 'integer':
		case 'safe_integer':
			return 'must be a whole number';
		default:
			return 'is not written as the guide (README.md) shows it';
	}
}
