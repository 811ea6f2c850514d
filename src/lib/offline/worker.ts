import type { Locale } from '#lib/base/locale';
import { CourseKeeper } from './course-keeper';
import type { Shelf } from './keeping';
import { KeptFirst } from './kept-first';
import type { ListedFile, Listing } from './listing';
import { missingPage, titleIn, type MissingPageWords } from './missing-page';
import { fileAt, isImmutable, languageAt, lessonAt, placeInCache } from './routes';
import type { OfflineState } from './state';

/** The name of a course's cache: two courses can share an origin, and one course two paths. */
export const cacheNameOf = (course: string, scope: string): string =>
	`durus:${course}:${new URL(scope).pathname}`;

/** Opened at each use: a cache that was emptied or deleted in the meantime is a new, empty one. */
const shelfOf = (name: string): Shelf => ({
	match: async (key, options) => (await caches.open(name)).match(key, options),
	put: async (key, response) => (await caches.open(name)).put(key, response),
	delete: async (key) => (await caches.open(name)).delete(key),
	keys: async () => (await caches.open(name)).keys()
});

interface Place {
	readonly listing: Listing;
	/** Address of the site, with "/" at its end. */
	readonly scope: string;
	readonly words: { readonly [L in Locale]: MissingPageWords };
	readonly tell: (state: OfflineState) => Promise<void>;
}

/** The parts of a course's service worker: what it keeps, what it answers for, and how. */
export function courseWorker({ listing, scope, words, tell }: Place) {
	const cacheName = cacheNameOf(listing.course, scope);
	const shelf = shelfOf(cacheName);
	const byPath = new Map(listing.files.map((file) => [file.path, file]));
	const keptText = async ({ path, revision }: ListedFile) =>
		(await shelf.match(placeInCache(scope, path, revision)))?.text() ?? null;

	async function notKept(path: string): Promise<Response> {
		const locale = languageAt(path);
		const pages = listing.files.filter((file) => /lessons\/[^/]+\/index\.html$/.test(file.path));
		const kept = await Promise.all(
			pages
				.filter((file) => languageAt(file.path) === locale && lessonAt(file.path))
				.map(async (file) => ({ path: file.path, text: await keptText(file) }))
		);
		const home = byPath.get(`${locale}/index.html`);
		const html = missingPage({
			locale,
			words: words[locale],
			course: listing.course,
			scope,
			home: home ? await keptText(home) : null,
			lessons: kept.flatMap(({ path, text }) =>
				text ? { path: path.replace(/index\.html$/, ''), title: titleIn(text) } : []
			)
		});
		return new Response(html, {
			status: 503,
			headers: { 'content-type': 'text/html; charset=utf-8' }
		});
	}

	return {
		keeper: new CourseKeeper(
			listing,
			{ shelf, scope, fetch: (address, init) => fetch(address, init) },
			tell
		),
		strategy: new KeptFirst({
			cacheName,
			scope,
			revisionOf: (path) => byPath.get(path)?.revision,
			missingPage: notKept
		}),
		/** Whether a request is answered here: what is listed, scripts of an older version, and every page. */
		answersFor({ url, request }: { url: URL; request: Request }): boolean {
			const path = fileAt(url.href, scope);
			if (path === null || request.method !== 'GET') return false;
			return byPath.has(path) || isImmutable(path) || request.mode === 'navigate';
		},
		/** '/one/en' => '/one/en/', as a host would say, where the second is listed; null for what needs no redirect. */
		redirectOf({ url, request }: { url: URL; request: Request }): string | null {
			const path = fileAt(url.href, scope);
			return path !== null && request.mode === 'navigate' && byPath.has(`${path}/index.html`)
				? `${url.pathname}/${url.search}`
				: null;
		}
	};
}
