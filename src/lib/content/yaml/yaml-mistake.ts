import type { YAMLError } from 'yaml';

/** Code of the parser, part of its message, and what it means to an author; the first that fits. */
const mistakes: readonly (readonly [string, RegExp, string])[] = [
	[
		'DUPLICATE_KEY',
		/./,
		'this key stands twice in the same group; keep one of them (a list starts each entry with "- ", with a space)'
	],
	['TAB_AS_INDENT', /./, 'the line is indented with a tab; use spaces'],
	['HYPHEN', /./, 'a space is missing behind the hyphen; a list starts each entry with "- "'],
	[
		'BAD_INDENT',
		/^Flow/,
		'a { or [ above is never closed; look for the missing } or ], or for a text with "#" in it that needs quotes around it'
	],
	['BAD_INDENT', /./, 'the line is not indented like its neighbours; line it up with them'],
	[
		'MISSING_CHAR',
		/quote/,
		'a text that starts with a quote never ends; look in the lines above for the quote that is missing'
	],
	[
		'MISSING_CHAR',
		/- indicator/,
		'the line is not indented like its neighbours; line it up with them'
	],
	['MISSING_CHAR', /map value/, 'there is no colon after the key; write "key: value"'],
	['MISSING_CHAR', /,/, 'a comma is missing between two entries'],
	[
		'BAD_SCALAR_START',
		/./,
		'a text cannot start with this character; put quotes around the text: "…"'
	],
	['BAD_DQ_ESCAPE', /./, 'inside "…" a backslash is only for \\n (new line), \\" and \\\\'],
	[
		'BLOCK_IN_FLOW',
		/./,
		'inside { … } a text with ": " in it needs quotes around it: "…"; and a plain comma "," parts two entries, never "،"'
	],
	[
		'BLOCK_AS_IMPLICIT_KEY',
		/sequence/,
		'an entry of a list starts here, but what stands above it does not start with "- "; each entry does'
	],
	[
		'BLOCK_AS_IMPLICIT_KEY',
		/./,
		'there is a second ": " here; put quotes around the text that has it in it: "…", or line the next line up with this one'
	],
	[
		'MULTILINE_IMPLICIT_KEY',
		/./,
		'this line has no ": " in it; write "key: value" with a space behind the colon, or put quotes around a text of several lines'
	],
	['MULTIPLE_DOCS', /./, 'a line "---" starts a second document; take it out'],
	['BAD_ALIAS', /./, 'a text that starts with "*" or "&" needs quotes around it: "…"'],
	['TAG_RESOLVE_FAILED', /./, 'a text that starts with "!" needs quotes around it: "…"'],
	[
		'UNEXPECTED_TOKEN',
		/./,
		'this is more than one text; put quotes around the whole: "…", and write a quote inside it as \\"'
	]
];

/** What the parser found wrong, in an author's words. `line` is the whole line it stands in. */
export function yamlMistake(
	{ code, message }: Pick<YAMLError, 'code' | 'message'>,
	line: string
): string {
	// What a tab does to the parser has many names.
	const tab = /^ *\t/.test(line) && code !== 'DUPLICATE_KEY';
	// "-id: a" is a key of its own to the parser.
	const hyphen = /^ *-[a-z]+:/.test(line);
	const found = tab ? 'TAB_AS_INDENT' : hyphen ? 'HYPHEN' : code;
	return (
		mistakes.find(([name, part]) => name === found && part.test(message))?.[2] ??
		'this cannot be read; compare it with the example in the guide (README.md)'
	);
}
