import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../problem';

export type Path = readonly (string | number)[];

/** A YAML file as data, which still knows on which line everything stands. */
export interface Yaml {
	readonly file: string;
	readonly data: unknown;
	/** The line of the deepest part of the path that is there. */
	line(path: Path): number;
}

const mistakes: { readonly [code: string]: string } = {
	DUPLICATE_KEY: 'this key stands twice in the same group; keep one of them',
	TAB_AS_INDENT: 'the line is indented with a tab; use spaces',
	BAD_INDENT: 'the line is not indented like its neighbours; line it up with the key above it',
	MISSING_CHAR:
		'a quote, bracket, colon or comma is missing here or just before; look for a text with ": " or "#" in it that has no quotes around it',
	BAD_SCALAR_START: 'a text cannot start with this character; put quotes around the text: "…"',
	BAD_DQ_ESCAPE: 'inside "…" a backslash is only for \\n (new line), \\" and \\\\',
	MULTILINE_IMPLICIT_KEY:
		'a key is not closed with a colon on its line, or a text with ": " in it needs quotes around it: "…"',
	BLOCK_AS_IMPLICIT_KEY:
		'there is a second ": " on the line; put quotes around the text that contains it: "…"',
	BLOCK_IN_FLOW: 'inside { … } and [ … ] no lines with "- " or "|" may stand',
	MULTIPLE_DOCS: 'a line "---" starts a second document; take it out',
	BAD_ALIAS: 'a text that starts with "*" needs quotes around it: "…"',
	UNEXPECTED_TOKEN:
		'this does not belong here; look for a missing quote or bracket, or a text that needs quotes: "…"'
};

const inWords = ({ code }: YAMLError) =>
	mistakes[code] ?? 'this cannot be read; compare it with the example in the guide (README.md)';

/** The data of a YAML file, or null and why it cannot be read. */
export function readYaml(file: string, text: string): { yaml: Yaml | null; problems: Problem[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	// What follows the first mistake is often only its echo.
	const [first, ...others] = document.errors;
	const errors = first && [first, ...others.filter(({ code }) => code === 'DUPLICATE_KEY')];
	if (errors)
		return {
			yaml: null,
			problems: errors.map((error) => ({
				file,
				line: lines.linePos(error.pos[0]).line,
				rule: 'yaml',
				message: inWords(error)
			}))
		};
	const line = (path: Path): number => {
		let node: unknown = document.contents;
		let place = document.contents?.range?.[0] ?? 0;
		for (const step of path) {
			if (isAlias(node)) node = node.resolve(document);
			if (isMap(node)) {
				const pair = node.items.find(
					({ key }) => String(isScalar(key) ? key.value : key) === String(step)
				);
				if (!pair) break;
				place = (isScalar(pair.key) && pair.key.range?.[0]) || place;
				node = pair.value;
			} else if (isSeq(node)) {
				const item = node.items[Number(step)] as { range?: [number, number, number] } | undefined;
				if (!item) break;
				place = item.range?.[0] ?? place;
				node = item;
			} else break;
		}
		return lines.linePos(place).line;
	};
	return { yaml: { file, data: document.toJS() as unknown, line }, problems: [] };
}
