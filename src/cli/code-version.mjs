import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hash of the code and what it is built with, without the lessons: an edited lesson leaves it as it is. */
export function codeVersion() {
	const hash = createHash('sha256');
	const files = ['src', 'static']
		.flatMap((folder) =>
			readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
				.map((entry) => join(entry.parentPath, entry.name))
		)
		.concat('package-lock.json', 'svelte.config.js', 'vite.config.ts')
		.sort();
	for (const file of files) hash.update(file).update(readFileSync(file));
	return hash.digest('hex').slice(0, 12);
}
