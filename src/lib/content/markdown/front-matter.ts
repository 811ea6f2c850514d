/** A Markdown file cut in two, both with their lines where they were: what stands between two lines "---" at its start, and the rest. */
export function cutFrontMatter(text: string): { matter: string | null; body: string } {
	const lines = text.split('\n');
	const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
	if (!/^---\s*$/.test(lines[0] ?? '') || end < 0) return { matter: null, body: text };
	return {
		matter: ['', ...lines.slice(1, end)].join('\n'),
		body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n')
	};
}
