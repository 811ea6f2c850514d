import { isLocale, type Locale } from '#lib/base/locale';

/**
 * The file behind an address, without its query (Kit adds `x-sveltekit-invalidated` to the data of a page) and fragment;
 * null outside the site: 'https://a.org/one/en/?x=1', 'https://a.org/one/' => 'en/index.html'
 */
export function fileAt(address: string, scope: string): string | null {
	const plain = address.replace(/[?#].*$/, '');
	if (!plain.startsWith(scope)) return null;
	const path = plain.slice(scope.length);
	return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Where a file is kept: each content of a path has a place of its own, so that two versions can stand side by side. */
export const placeInCache = (scope: string, path: string, revision: string): string =>
	`${scope}${path}?kept=${revision}`;

/** 'ar/lessons/cells/index.html' => 'ar'; English where a path has no language. */
export function languageAt(path: string): Locale {
	const [first] = path.split('/');
	return isLocale(first) ? first : 'en';
}

/** 'en/lessons/cells/quiz/index.html' => 'cells'; null for other pages. */
export const lessonAt = (path: string): string | null =>
	/^\w+\/lessons\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Files whose name changes with what is in them. */
export const isImmutable = (path: string): boolean => path.startsWith('_app/immutable/');

const types: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json',
	svg: 'image/svg+xml',
	png: 'image/png',
	woff2: 'font/woff2',
	webmanifest: 'application/manifest+json'
};

/** The content type of a file by its name. */
export const typeOf = (path: string): string =>
	types[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';

/** Whether an answer of a host can be what a path holds: not a page in place of a script, data or a style. */
export function isPlausible(path: string, response: Pick<Response, 'ok' | 'headers'>): boolean {
	const type = response.headers.get('content-type') ?? '';
	return response.ok && (!type.startsWith('text/html') || typeOf(path).startsWith('text/html'));
}
