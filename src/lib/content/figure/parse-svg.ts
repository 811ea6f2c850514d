export interface SvgElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly (SvgElement | string)[];
	readonly line: number;
}

export type ParsedSvg =
	| { readonly root: SvgElement; readonly mistake: null }
	| { readonly root: null; readonly mistake: { readonly line: number; readonly message: string } };

interface Open extends SvgElement {
	readonly attributes: Map<string, string>;
	readonly children: (SvgElement | string)[];
}

class Mistake extends Error {
	constructor(
		readonly at: number,
		message: string
	) {
		super(message);
	}
}

const entities: { readonly [name: string]: string } = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'"
};

function decoded(text: string, at: number): string {
	return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
		const code = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
		if (code) {
			const point = code[1] ? parseInt(code[1], 16) : Number(code[2]);
			if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
		}
		const known = whole.endsWith(';') ? entities[name] : undefined;
		if (known === undefined) throw new Mistake(at, `"${whole}" cannot be read; write & as &amp;`);
		return known;
	});
}

const token =
	/<!--[\s\S]*?-->|<\?xml[^?]*\?>|<\/([^\s>]+)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(text: string, at: number): Map<string, string> {
	const found = new Map<string, string>();
	for (const [, name = '', double, single] of text.matchAll(attribute)) {
		if (found.has(name))
			throw new Mistake(at, `the attribute "${name}" stands twice in one element`);
		found.set(name, decoded(double ?? single ?? '', at));
	}
	return found;
}

function parse(text: string, lineAt: (offset: number) => number): SvgElement {
	const top: Open = { name: '', attributes: new Map(), children: [], line: 1 };
	const open: Open[] = [top];
	let end = 0;
	for (const match of text.matchAll(token)) {
		const at = match.index;
		const [whole, closed, name, rest = '', empty] = match;
		const parent = open.at(-1)!;
		if (closed !== undefined) {
			if (parent.name !== closed)
				throw new Mistake(
					at,
					`</${closed}> closes nothing here${parent.name && `; <${parent.name}> is still open`}`
				);
			open.pop();
		} else if (name !== undefined) {
			const element: Open = {
				name,
				attributes: attributesOf(rest, at),
				children: [],
				line: lineAt(at)
			};
			parent.children.push(element);
			if (!empty) open.push(element);
		} else if (!whole.startsWith('<') && whole.trim()) parent.children.push(decoded(whole, at));
		end = at + whole.length;
	}
	if (end < text.length)
		throw new Mistake(
			end,
			/^<!|^<\?/.test(text.slice(end))
				? 'DOCTYPE, CDATA and processing instructions have no place in a figure; take this out'
				: 'this is not well-formed: every attribute needs ="…", every < its >'
		);
	if (open.length > 1) throw new Mistake(text.length, `<${open.at(-1)!.name}> is never closed`);
	const [root, ...others] = top.children;
	if (typeof root !== 'object' || root.name !== 'svg' || others.length > 0)
		throw new Mistake(0, 'the file must hold one <svg> element and nothing beside it');
	return root;
}

/** A drawing as a tree, with lines, or the first thing that is not well-formed. Comments are dropped. */
export function parseSvg(text: string): ParsedSvg {
	const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
	try {
		return { root: parse(text.replace(/\s+$/, ''), lineAt), mistake: null };
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		return { root: null, mistake: { line: lineAt(error.at), message: error.message } };
	}
}
