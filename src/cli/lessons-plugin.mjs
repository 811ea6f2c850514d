import { resolve, sep } from 'node:path';
import { asLine, checkLessons, summary } from './check-lessons.mjs';

/** After the last of several files saved together. */
const pause = 150;

/**
 * Vite plugin: while the site is being written, an edit of a lesson is checked in the terminal and shown in the browser.
 * @param {string} [folder]
 * @returns {import('vite').Plugin}
 */
export function lessonsPlugin(folder = process.env.LESSONS_DIR ?? 'lessons') {
	return {
		name: 'durus-lessons',
		apply: 'serve',
		configureServer(server) {
			const inside = resolve(folder) + sep;
			/** @type {ReturnType<typeof setTimeout> | undefined} */
			let waiting;

			async function check() {
				try {
					const outcome = await checkLessons((path) => server.ssrLoadModule(path), folder);
					for (const problem of outcome.problems) server.config.logger.error(asLine(problem));
					server.config.logger.info(summary(outcome), { timestamp: true });
				} catch (error) {
					server.config.logger.error(String(error));
				}
			}

			server.watcher.add(inside);
			server.watcher.on('all', (_event, path) => {
				if (!resolve(path).startsWith(inside)) return;
				clearTimeout(waiting);
				waiting = setTimeout(async () => {
					await check();
					server.ws.send({ type: 'full-reload' });
				}, pause);
			});
			// Not awaited: the server need not wait for it.
			server.httpServer?.once('listening', () => void check());
		}
	};
}
