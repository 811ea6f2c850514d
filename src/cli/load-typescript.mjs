import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { runTool } from './run.mjs';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Gives `use` a function that loads a TypeScript module of the project ('/src/lib/…'), and resolves to what it returns.
 * Node itself reads neither TypeScript nor `import.meta.glob`.
 * @template Result
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withTypeScript(use) {
	// tsconfig.json extends a file that Kit writes; a fresh clone does not have it yet.
	if (!existsSync(`${root}/.svelte-kit/tsconfig.json`))
		await runTool('@sveltejs/kit/svelte-kit.js', ['sync'], { KIT_DIR: undefined });
	const vite = await createServer({
		configFile: false,
		root,
		appType: 'custom',
		logLevel: 'error',
		optimizeDeps: { noDiscovery: true, include: [] },
		server: { middlewareMode: true, hmr: false, ws: false, watch: null }
	});
	try {
		return await use((path) => vite.ssrLoadModule(path));
	} finally {
		await vite.close();
	}
}
