import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Serves a folder as any static host would, below `base` ('' or '/some/path').
 * @param {string} folder
 * @param {{ port?: number, base?: string, host?: string }} [options] Port 0 takes a free one.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, base = '', host = '127.0.0.1' } = {}) {
	const files = sirv(folder, { dev: true, etag: true, extensions: ['html'] });
	const server = createServer((request, response) => {
		const missing = () => {
			response.statusCode = 404;
			response.end('Not found');
		};
		if (!request.url?.startsWith(`${base}/`)) return missing();
		request.url = request.url.slice(base.length);
		files(request, response, missing);
	});
	// Who asks again just as an idle connection is closed would find it broken.
	server.keepAliveTimeout = 120_000;
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(undefined));
	});
	const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
	return {
		address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}${base}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve(undefined));
			})
	};
}
