/** A ":::name" that nothing closes. */
export interface Unclosed {
	readonly name: string;
	readonly line: number;
}

/**
 * Closes a ":::name" whose ":::" is missing, in the empty line in front of the next "## " or ":::name" (none stands in
 * another) or at the end, and says which. The rest of the text can then be read as it was meant, and one mistake is told
 * once. Lines stay where they are.
 */
export function closeContainers(source: string): { source: string; unclosed: Unclosed[] } {
	const lines = source.split('\n');
	const unclosed: Unclosed[] = [];
	let open: Unclosed | null = null;
	let code = false;
	for (const [index, text] of lines.entries()) {
		if (/^ {0,3}(```|~~~)/.test(text)) code = !code;
		if (code) continue;
		const name = /^:{3,}([a-z][a-z-]*)/i.exec(text)?.[1];
		if (open && (name !== undefined || /^## /.test(text)) && lines[index - 1]?.trim() === '') {
			lines[index - 1] = ':::';
			unclosed.push(open);
			open = null;
		}
		if (name !== undefined) open = { name, line: index + 1 };
		else if (/^:{3,}\s*$/.test(text)) open = null;
	}
	if (!open) return { source: lines.join('\n'), unclosed };
	return { source: `${lines.join('\n').trimEnd()}\n:::\n`, unclosed: [...unclosed, open] };
}
