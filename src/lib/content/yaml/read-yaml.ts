import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document
} from 'yaml';
import type { Problem } from '../problem';
import { yamlMistake } from './yaml-mistake';

export type Path = readonly (string | number)[];

/** A YAML file as data, which still knows on which line everything stands. */
export interface Yaml {
	readonly file: string;
	readonly data: unknown;
	/** The line of the deepest part of the path that is there. */
	line(path: Path): number;
}

/** Names of texts that are not there: `*name`, mostly a text that begins with a star. */
function deadAliases(document: Document): { code: 'BAD_ALIAS'; message: string; pos: [number] }[] {
	const found: ReturnType<typeof deadAliases> = [];
	visit(document, {
		Alias(_key, alias) {
			if (!alias.resolve(document))
				found.push({ code: 'BAD_ALIAS', message: alias.source, pos: [alias.range?.[0] ?? 0] });
		}
	});
	return found;
}

/** The data of a YAML file, or null and why it cannot be read. */
export function readYaml(file: string, text: string): { yaml: Yaml | null; problems: Problem[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	// What follows the first mistake is often only its echo.
	const [first, ...others] = document.errors;
	const mistakes = [
		...(first ? [first, ...others.filter(({ code }) => code === 'DUPLICATE_KEY')] : []),
		...document.warnings,
		...(first ? [] : deadAliases(document))
	];
	const written = text.split('\n');
	if (mistakes.length > 0)
		return {
			yaml: null,
			problems: mistakes.map((mistake) => {
				const found = lines.linePos(mistake.pos[0]).line;
				// To the parser an empty line is part of what follows it.
				const filled = written.findIndex((part, index) => index >= found - 1 && part.trim() !== '');
				const line = filled < 0 ? found : filled + 1;
				const message = yamlMistake(mistake, written[line - 1] ?? '');
				return { file, line, rule: 'yaml', message };
			})
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
