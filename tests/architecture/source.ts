import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the top, with "/" on every system, and its text. */
export interface SourceFile {
	readonly path: string;
	readonly text: string;
}

/** What no file of src may do, with files that do it and files that come near it. */
export interface Rule {
	readonly title: string;
	/** What is wrong in a file; nothing for a file that the rule is not about. */
	readonly broken: (file: SourceFile) => readonly string[];
	readonly bad: readonly SourceFile[];
	readonly good: readonly SourceFile[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const readable = /\.(ts|mjs|svelte|css|html|json)$/;

/** Every file of src that holds code, style or messages. */
export const sources: readonly SourceFile[] = readdirSync(join(root, 'src'), {
	recursive: true,
	withFileTypes: true
})
	.filter((entry) => entry.isFile() && readable.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name))
	.map((path) => ({
		path: relative(root, path).split(sep).join('/'),
		text: readFileSync(path, 'utf8')
	}));

/** Tests, and what is there for tests alone. */
export const forTests =
	/\.test\.ts$|\/examples[\w-]*\.ts$|\/(store|profiles|assigned)-contract\.ts$|\/faults\.ts$/;
export const isForTests = (path: string): boolean => forTests.test(path);

/** A file of a sample: ('src/lib/base/a.ts', "import 'dexie';"). */
export const file = (path: string, text = ''): SourceFile => ({ path, text });
