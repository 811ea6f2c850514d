import { existsSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { run } from './run.mjs';

/** Builds the site where there is none, with the packages that it takes. Ends the process where that fails. @returns {Promise<string>} Its folder. */
export async function ensureBuilt() {
	await ensureInstalled();
	const folder = process.env.BUILD_DIR ?? 'build';
	if (existsSync(folder)) return folder;
	const built = await run(process.execPath, ['src/cli/build.mjs']);
	if (built !== 0) process.exit(built);
	return folder;
}
