import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads a TypeScript module of the project ('/src/lib/…'), gives it to `use`, and resolves to what that returns. Node
 * itself reads neither TypeScript nor `import.meta.glob`.
 * @template Module, Result
 * @param {string} path
 * @param {(module: Module) => Result | Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function loadTypeScript(path, use) {
	const vite = await createServer({
		configFile: false,
		root,
		appType: 'custom',
		logLevel: 'error',
		cacheDir: 'node_modules/.vite-cli',
		optimizeDeps: { noDiscovery: true, include: [] },
		server: { middlewareMode: true, hmr: false, ws: false, watch: null }
	});
	try {
		return await use(/** @type {Module} */ (await vite.ssrLoadModule(path)));
	} finally {
		await vite.close();
	}
}
