import type { Reach, Shelf } from './keeping';
import { revisionOf, type ListedFile, type Listing } from './listing';
import { fileAt } from './routes';

export const exampleScope = 'https://school.example/courses/one/';

const lessons = { leaf: ['one-plant', 'from-field-to-tin'], cup: ['brewing'] };
const paths = [
	'first-paint.js',
	'_app/immutable/chunks/a.js',
	'_app/immutable/assets/a.css',
	...['en', 'ar'].flatMap((language) => [
		`${language}/index.html`,
		`${language}/__data.json`,
		...Object.values(lessons)
			.flat()
			.map((lesson) => `${language}/lessons/${lesson}/index.html`)
	]),
	...Object.values(lessons)
		.flat()
		.map((lesson) => `lessons/${lesson}/questions.json`)
];

/** A course of two modules; every file weighs 1000 bytes. */
export const exampleListing = (files: readonly ListedFile[] = paths.map(unread)): Listing => ({
	course: 'tea-making',
	languages: ['en', 'ar'],
	modules: Object.entries(lessons).map(([id, lessons]) => ({ id, lessons })),
	files
});
const unread = (path: string): ListedFile => ({ path, revision: `of-${path}`, size: 1000 });

/** What a host serves: path => text. */
export type Host = Map<string, string>;
export const exampleHost = (): Host => new Map(paths.map((path) => [path, `The text of ${path}`]));

/** The listing of what a host serves. */
export async function listingOf(host: Host): Promise<Listing> {
	const files = [...host].map(async ([path, text]) => ({
		path,
		revision: await revisionOf(new TextEncoder().encode(text).buffer as ArrayBuffer),
		size: text.length
	}));
	return exampleListing(await Promise.all(files));
}

/** A cache in memory. */
export class MemoryShelf implements Shelf {
	readonly kept = new Map<string, Response>();
	/** Entries after which it is full. */
	room = Infinity;

	async match(key: string, options?: { ignoreSearch?: boolean }): Promise<Response | undefined> {
		const found = options?.ignoreSearch
			? [...this.kept].find(([other]) => other.split('?')[0] === key.split('?')[0])?.[1]
			: this.kept.get(key);
		return found?.clone();
	}
	async put(key: string, response: Response): Promise<void> {
		if (this.kept.size >= this.room) throw new DOMException('', 'QuotaExceededError');
		this.kept.set(key, response);
	}
	async delete(key: string): Promise<boolean> {
		return this.kept.delete(key);
	}
	async keys(): Promise<readonly { readonly url: string }[]> {
		return [...this.kept.keys()].map((url) => ({ url }));
	}
}

/** A cache and a network over a host; `asked` lists the paths fetched, `answer` can put others in their place. */
export class ExampleReach implements Reach {
	readonly shelf = new MemoryShelf();
	readonly scope = exampleScope;
	readonly asked: string[] = [];
	online = true;
	answer: (path: string) => Response | null = () => null;

	constructor(public host: Host) {}

	readonly fetch = async (address: string): Promise<Response> => {
		const path = fileAt(address, this.scope)!;
		this.asked.push(path);
		if (!this.online) throw new TypeError('Failed to fetch');
		const other = this.answer(path);
		if (other) return other;
		const text = this.host.get(path);
		return text === undefined
			? new Response('Not found', { status: 404 })
			: new Response(text, {
					headers: { 'content-type': path.endsWith('.html') ? 'text/html' : '' }
				});
	};
}
