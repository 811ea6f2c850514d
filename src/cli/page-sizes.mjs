import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * What one page asks for before it is usable, in brotli bytes; fonts as they are. `later` is script that it fetches by
 * itself afterwards (the store, the questions inside a lesson).
 * @typedef {{ page: string, html: number, script: number, later: number, style: number, fonts: number }} PageSize
 */

/** Script in brotli bytes that a page of each sort may ask for, from the speed targets. */
export const limits = { lesson: 55_000, quiz: 80_000 };

/** @type {(page: string) => keyof typeof limits | null} */
export const sortOf = (page) =>
	/\/lessons\/[^/]+\/$/.test(page) ? 'lesson' : /\/quiz\/$/.test(page) ? 'quiz' : null;

/** @type {Map<string, number>} */
const weights = new Map();
/** @param {string} file */
function weightOf(file) {
	const known = weights.get(file);
	if (known !== undefined) return known;
	const weight = brotliCompressSync(readFileSync(file)).length;
	weights.set(file, weight);
	return weight;
}

/** @param {Iterable<string>} files @param {(file: string) => number} of */
const sum = (files, of) => [...files].reduce((total, file) => total + of(file), 0);

/** Files that a script imports: at once, and on demand. @param {string} file */
function importsOf(file) {
	const code = readFileSync(file, 'utf8');
	const at = (/** @type {RegExp} */ pattern) =>
		[...code.matchAll(pattern)].map((match) =>
			resolve(dirname(file), /** @type {string} */ (match[1]))
		);
	return {
		now: at(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g),
		later: at(/import\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g)
	};
}

/** @param {Iterable<string>} entries */
function closure(entries) {
	const reached = new Set();
	const waiting = [...entries];
	for (let file = waiting.pop(); file; file = waiting.pop()) {
		if (reached.has(file)) continue;
		reached.add(file);
		waiting.push(...importsOf(file).now);
	}
	return reached;
}

/** @param {string} folder @param {string} file @returns {PageSize} */
function sizeOf(folder, file) {
	const html = readFileSync(file, 'utf8');
	const linked = (/** @type {RegExp} */ pattern) =>
		[...html.matchAll(pattern)].map((match) =>
			resolve(dirname(file), /** @type {string} */ (match[1]))
		);
	const scripts = closure([
		...linked(/<script[^>]+src="([^"]+)"/g),
		...linked(/<link[^>]+href="([^"]+\.js)"[^>]*rel="modulepreload"/g),
		...linked(/<link[^>]+rel="modulepreload"[^>]*href="([^"]+)"/g),
		...linked(/import\("([^"]+\.js)"\)/g)
	]);
	const nodes = [...scripts].filter((script) => /immutable\/(nodes|chunks)\//.test(script));
	const later = closure(nodes.flatMap((script) => importsOf(script).later));
	return {
		page: `/${relative(folder, dirname(file))}/`.replace('//', '/'),
		html: weightOf(file),
		script: sum(scripts, weightOf),
		later: sum(
			[...later].filter((script) => !scripts.has(script)),
			weightOf
		),
		style: sum(linked(/<link[^>]+href="([^"]+\.css)"/g), weightOf),
		fonts: sum(linked(/<link[^>]+href="([^"]+\.woff2)"/g), (font) => readFileSync(font).length)
	};
}

/** Every page of a built site. @param {string} folder @returns {Promise<PageSize[]>} */
export async function sizesOf(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name === 'index.html')
		.map((entry) => sizeOf(resolve(folder), resolve(join(entry.parentPath, entry.name))))
		.sort((a, b) => a.page.localeCompare(b.page));
}

/** @param {PageSize[]} sizes */
export function printSizes(sizes) {
	const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(8);
	const width = Math.max(...sizes.map(({ page }) => page.length));
	console.log(`\n${'kB, brotli'.padEnd(width)}    html  script   later   style   fonts`);
	for (const { page, html, script, later, style, fonts } of sizes)
		console.log(page.padEnd(width) + [html, script, later, style, fonts].map(kB).join(''));
}
