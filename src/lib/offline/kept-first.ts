import { Strategy, type StrategyHandler } from 'workbox-strategies';
import { fileAt, isPlausible, placeInCache } from './routes';

interface KeptFirstOptions {
	readonly cacheName: string;
	readonly scope: string;
	/** Revision of a listed path; undefined for others. */
	readonly revisionOf: (path: string) => string | undefined;
	/** The answer to a page that is neither kept nor reachable. */
	readonly missingPage: (path: string) => Promise<Response>;
}

/**
 * The file as this version lists it, from the cache; else from the network, where it is not an error page; else any kept
 * version of it (scripts of the version before, for pages that are still open); else the truth.
 */
export class KeptFirst extends Strategy {
	readonly #options: KeptFirstOptions;

	constructor(options: KeptFirstOptions) {
		super({ cacheName: options.cacheName });
		this.#options = options;
	}

	protected override async _handle(
		request: Request,
		handler: StrategyHandler
	): Promise<Response | undefined> {
		const { cacheName, scope, revisionOf, missingPage } = this.#options;
		const path = fileAt(request.url, scope)!;
		const revision = revisionOf(path);
		// A browser without room or with storage blocked has no cache: the network answers then.
		const cache = await caches.open(cacheName).catch(() => null);
		if (revision) {
			const kept = await cache?.match(placeInCache(scope, path, revision));
			if (kept) return kept;
		}
		const answer = await handler.fetch(request).catch(() => null);
		if (answer && isPlausible(path, answer)) return answer;
		const older = await cache?.match(`${scope}${path}`, { ignoreSearch: true });
		if (older) return older;
		if (answer) return answer;
		if (request.mode === 'navigate') return missingPage(path);
		// Kit shows an answer like this as an error of the page, which asks for the page itself then.
		if (path.endsWith('__data.json')) return Response.json('not kept', { status: 503 });
		return Response.error();
	}
}
